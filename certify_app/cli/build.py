"""`certify build`: the front end, from the pages of this installation."""

import sys

import typer

from certify_app.build.node import NodeMissingError


def command() -> None:
    """Compile the pages. Needed after an update and after adding an extension."""
    from certify_app.build import front_end

    try:
        front_end.build()
    except (front_end.BuildFailedError, NodeMissingError) as error:
        print(error, file=sys.stderr)
        raise typer.Exit(1) from None
    print("The front end is built.")
