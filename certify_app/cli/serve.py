"""`certify serve`: the portal, on one port."""

import os

import typer


def command(
    port: int = typer.Option(8000, envvar="PORT", help="Port to listen on."),
    bind: str = typer.Option(
        "127.0.0.1", envvar="CERTIFY_BIND", help="Address to listen on."
    ),
) -> None:
    """Serve the portal until it is told to stop."""
    import uvicorn

    os.environ["REFLEX_ENV_MODE"] = "prod"
    os.environ["__REFLEX_SKIP_COMPILE"] = "true"
    os.environ["__REFLEX_MOUNT_FRONTEND_COMPILED_APP"] = "true"
    uvicorn.run(
        "certify_app.certify_app:app", factory=True, host=bind, port=port, ws="wsproto"
    )
