"""`certify serve`: the portal, on one port."""

import os

import typer

EXAMPLES = (
    "certify serve",
    "certify serve --port 8123 --bind 0.0.0.0",
)


def command(
    port: int = typer.Option(None, envvar="PORT", help="Port to listen on; 8000 if not given."),
    bind: str = typer.Option(
        None,
        envvar="CERTIFY_BIND",
        help="Address to listen on; 127.0.0.1 if not given.",
    ),
) -> None:
    """Serve the portal until it is told to stop."""
    if port is not None:
        os.environ["PORT"] = str(port)
    if bind is not None:
        os.environ["CERTIFY_BIND"] = bind
    from certify_app.serving import serve

    serve()
