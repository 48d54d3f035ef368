"""`certify demo`: an awarding body with people and awards to try everything on."""

import sys

EXAMPLES = ("CERTIFY_DATA_DIR=/tmp/demo certify demo",)


def command() -> None:
    """Add the demo once; nothing is added to a database that is in use."""
    from certify_app.db.engine import database
    from certify_app.db.migrate import is_current, migrate
    from certify_app.domain.demo.people import PASSWORD, PEOPLE
    from certify_app.domain.demo.set_up_demo import DemoState, set_up_demo

    if not is_current(database()):
        migrate(database())
    state = set_up_demo(database())
    if state is DemoState.NOT_WANTED:
        print("The database holds people already, so no demo was added.", file=sys.stderr)
    if state is not DemoState.MADE:
        return
    for person in PEOPLE:
        print(f"  {person.email:26} {person.first_name} {person.last_name}, {_part(person.role)}")
    print(f"  The password of all of them: {PASSWORD}")


def _part(role: str) -> str:
    return role.replace("_", " ")
