"""`certify start`: brings everything up to date, then serves. What `make run` ends in."""

from certify_app.cli._progress import step


def command() -> None:
    """Build what changed, update the database, add the demo if asked for, and serve."""
    from certify_app.config import settings

    settings()
    _build()
    _migrate()
    _add_demo()
    from certify_app.serving import serve

    serve()


def _build() -> None:
    from certify_app.build import front_end

    if not front_end.is_built():
        with step("Building the pages"):
            front_end.build()


def _migrate() -> None:
    from certify_app.db.engine import database
    from certify_app.db.migrate import is_current, migrate

    if not is_current(database()):
        with step("Preparing the database"):
            migrate(database())


def _add_demo() -> None:
    """The command `demo` adds its data once and says nothing when it is there."""
    from certify_app.cli.main import command_modules, load
    from certify_app.config import settings

    if settings().demo and "demo" in command_modules():
        load("demo")()
