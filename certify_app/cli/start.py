"""`certify start`: brings everything up to date, then serves. What `make run` ends in."""

from certify_app.cli._progress import step

EXAMPLES = ("CERTIFY_DEMO=true certify start",)


def command() -> None:
    """Build what changed, update the database, add the demo if asked for, and serve."""
    from certify_app.config import settings

    settings()
    _build()
    _migrate()
    if settings().demo:
        _add_demo()
    from certify_app.serving import serve

    serve(greeting=_greeting())


def _build() -> None:
    from certify_app.build import front_end

    if not front_end.is_built():
        with step("Building the pages"):
            front_end.build()


def _migrate() -> None:
    import certify_app.db.tables  # noqa: F401 - the shop's keys lead to other tables
    from certify_app.db.engine import database, write_now
    from certify_app.db.migrate import is_current, migrate
    from certify_app.domain.shop.stock_shop import stock_shop

    if not is_current(database()):
        with step("Preparing the database"):
            migrate(database())
    write_now(stock_shop)


def _add_demo() -> None:
    from certify_app.db.engine import database
    from certify_app.domain.demo.set_up_demo import DemoState, set_up_demo

    with step("Adding people and awards for the demo, unless they are there"):
        state = set_up_demo(database())
    if state is DemoState.NOT_WANTED:
        print("  The database holds people already, so no demo was added.")


def _greeting() -> str:
    """In the demo: who to be."""
    from certify_app.config import settings

    if not settings().demo:
        return ""
    from certify_app.domain.demo.people import PASSWORD, PEOPLE

    who = (f"  {p.email:28} {p.first_name}, {p.role.replace('_', ' ')}" for p in PEOPLE)
    return "\n".join([f"Log in with the password {PASSWORD!r} as", *who])
