"""The console's lists at a million learners and a million awards, on SQLite.

`python -m benchmarks.console_lists FOLDER [ROWS]` fills FOLDER/certify.db once and prints
the p50 and p95 of each case in milliseconds, for the query of one page with its counts.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlmodel import Session

from certify_app.db.bulk import insert_rows
from certify_app.db.engine import Database
from certify_app.db.migrate import migrate
from certify_app.domain.awards.award_list import AWARDS
from certify_app.domain.awards.models import Award, Qualification
from certify_app.domain.learners.learner_list import LEARNERS
from certify_app.domain.learners.models import EnrolmentNumber, Learner, Organisation
from certify_app.domain.lists.list_of import ListOf
from certify_app.domain.lists.list_page import Wanted, list_page
from certify_app.domain.names import fold
from certify_app.domain.shop import known_many

FIRST = ("Jane", "Dave", "Olwen", "Nia", "Siân", "Tomos", "Aisha", "Mateusz", "Grace", "Rhys")
LAST = ("Smith", "Jones", "Williams", "Price", "Rees", "O’Neill", "Kowalski", "Patel", "Owen")
TURNS = 25
CASES: list[tuple[str, ListOf, Wanted]] = [
    ("learners, first page", LEARNERS, Wanted(sort="name")),
    ("learners, deep page", LEARNERS, Wanted(sort="name", page=40_000, after=500_000)),
    ("learners, word of many", LEARNERS, Wanted({"search": "smith"}, sort="name")),
    ("learners, two words", LEARNERS, Wanted({"search": "jane smith"}, sort="name")),
    ("learners, one number", LEARNERS, Wanted({"search": "TA-0777777"}, sort="name")),
    ("learners, nothing found", LEARNERS, Wanted({"search": "zebra"}, sort="name")),
    ("learners, an organisation", LEARNERS, Wanted({"organisation": "7"}, sort="name")),
    ("awards, first page", AWARDS, Wanted(sort="date", descending=True)),
    ("awards, deep page", AWARDS, Wanted(sort="date", descending=True, page=9, after=500_000)),
    ("awards, by name", AWARDS, Wanted(sort="name")),
    ("awards, valid", AWARDS, Wanted({"status": "valid"}, sort="date", descending=True)),
    ("awards, revoked (1 in 2,000)", AWARDS, Wanted({"status": "revoked"}, sort="date")),
    ("awards, one reference", AWARDS, Wanted({"search": "R0500000"}, sort="date")),
    ("awards, a surname", AWARDS, Wanted({"search": "smith"}, sort="date", descending=True)),
    (
        "awards, qualification and month",
        AWARDS,
        Wanted({"qualification": "3", "date-from": "01/03/2024", "date-to": "31/03/2024"}),
    ),
]


def main(folder: Path, rows: int) -> None:
    db = Database(f"sqlite:///{folder / 'certify.db'}")
    if not (folder / "filled").exists():
        migrate(db)
        with db.write() as session:
            fill(session, rows)
        (folder / "filled").touch()
    for name, what, wanted in CASES:
        times = [timed(db, what, wanted) for _turn in range(TURNS)]
        times.sort()
        cold = first(db, what, wanted)
        print(f"{name:34} p50 {median(times):7.1f}  p95 {times[-2]:7.1f}  first {cold:7.1f}")
    db.close()


def first(db: Database, what: ListOf, wanted: Wanted) -> float:
    """With nothing remembered about what is many."""
    known_many._until.clear()
    return timed(db, what, wanted)


def timed(db: Database, what: ListOf, wanted: Wanted) -> float:
    started = perf_counter()
    with db.read() as session:
        list_page(session, what, wanted)
    return (perf_counter() - started) * 1000


def fill(session: Session, rows: int) -> None:
    centres = [Organisation(name=f"Centre {n}", name_key=f"centre{n}") for n in range(50)]
    titles = [Qualification(code=f"601/{n:04}", title=f"Diploma {n}") for n in range(40)]
    session.add_all([*centres, *titles])
    session.flush()
    insert_rows(session, Learner, LEARNER, learners(rows))
    insert_rows(
        session,
        EnrolmentNumber,
        ("learner_id", "number", "number_key"),
        ((n, f"TA-{n:07}", f"ta{n:07}") for n in range(1, rows + 1)),
    )
    insert_rows(session, Award, AWARD, awards(rows))


LEARNER = (
    "first_name",
    "last_name",
    "first_name_key",
    "last_name_key",
    "email",
    "organisation_id",
)
AWARD = (
    "learner_id",
    "qualification_id",
    "organisation_id",
    "enrolment_number",
    "reference",
    "awarded_name",
    "award_date",
    "status",
)


def learners(rows: int) -> Iterator[tuple[object, ...]]:
    chance = random.Random(1)
    for n in range(1, rows + 1):
        one, two = (
            chance.choice(FIRST),
            f"{chance.choice(LAST)}{chance.choice(('', '-Lloyd', ' Hughes'))}",
        )
        yield one, two, fold(one), fold(two), f"p{n}@example.org", chance.randint(1, 50)


def awards(rows: int) -> Iterator[tuple[object, ...]]:
    chance = random.Random(2)
    begin = date(2016, 1, 1)
    for n in range(1, rows + 1):
        day = begin + timedelta(days=chance.randint(0, 3900))
        name = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
        status = "REVOKED" if n % 2000 == 0 else "VALID"
        what, where = chance.randint(1, 40), chance.randint(1, 50)
        yield n, what, where, f"TA-{n:07}", f"R{n:07}", name, day.isoformat(), status


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000)
