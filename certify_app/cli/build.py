"""`certify build`: the front end, from the pages of this installation."""

from certify_app.cli._progress import step

EXAMPLES = ("certify build",)


def command() -> None:
    """Compile the pages. Needed after an update and after adding an extension."""
    from certify_app.build import front_end
    from certify_app.config import settings

    settings()
    with step("Building the pages"):
        front_end.build()
