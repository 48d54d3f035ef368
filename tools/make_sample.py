"""Write sample/: files of an invented awarding body to import, the same at every run.

    python tools/make_sample.py            writes sample/
    python tools/make_sample.py FOLDER     writes there

awards.csv has 5,000 awards over 40 qualifications, units.csv their units (one
qualification has 60), qualifications.csv what they yield. Jane Smith and Dave King, in
the first rows, are the people of the guide; the demo and the tests rely on them.
`certify_app/domain/demo/data/` gets the first of the same rows for the demo.
"""

from __future__ import annotations

import csv
import random
import sys
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from sample_names import LONGEST, MIDDLE, ORIGINS, WEIGHTS
from sample_qualifications import BY_TITLE, ENGINEERING, FIRST_AID, QUALIFICATIONS
from sample_qualifications import SampleQualification as Q

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "certify_app/domain/demo/data"
AWARDS = 5_000
DEMO_AWARDS = 120
FIRST_DAY, LAST_DAY = date(2015, 9, 1), date(2026, 10, 30)
ORGANISATIONS = (
    "Severn Learning Trust > Severn College",
    "Severn Learning Trust > Severn College, Newport Campus",
    "Severn Learning Trust > Wye Valley Sixth Form",
    "Grŵp Addysg Gwynedd > Coleg Menai Newydd",
    "Grŵp Addysg Gwynedd > Canolfan Ddysgu Pen Llŷn",
    "Northgate Training Group > Northgate Leeds",
    "Northgate Training Group > Northgate Bradford",
    "Harbour Skills Academy",
    "St Brannoc’s School",
    "Riverside Care Training",
)
HEADERS = [
    "enrolment_number",
    "first_name",
    "middle_name",
    "last_name",
    "date_of_birth",
    "email",
    "organisation",
    "qualification_code",
    "qualification_title",
    "level",
    "award_date",
    "expiry_date",
    "grade",
    "reference",
]
ENGLISH = "Functional Skills Qualification in English Level 1"
JANE = ("801249141", "Jane", "", "Smith", "1998-04-12", "jane.smith@example.org")
DAVE = ("17889901", "Dave", "", "King", "1985-11-02", "dave.king@example.org")
FIXED = (
    (JANE, ENGLISH, date(2017, 3, 27), "Pass", "10643835-01-3DCE"),
    (JANE, FIRST_AID.title, date(2023, 5, 15), "Pass", ""),
    (JANE, ENGINEERING.title, date(2026, 7, 10), "Distinction", ""),
    (DAVE, "AST Learner Portal Trainer - Workbook", date(2020, 5, 1), "Pass", "87365060-01-W34G"),
    (
        DAVE,
        "AST Third Party Portal Trainer - Workbook",
        date(2020, 5, 1),
        "Pass",
        "46013414-01-YP9L",
    ),
    (DAVE, "European Computer Driving Licence", date(2021, 7, 9), "Pass", ""),
    (DAVE, "Associateship in British Sign Language (BSL)", date(2021, 10, 4), "Pass", ""),
)
MANUFACTURING = (
    "Health and safety in engineering",
    "Communicating technical information",
    "Mathematics for engineering technicians",
    "Further mathematics for engineering technicians",
    "Mechanical principles and applications",
    "Electrical and electronic principles",
    "Properties and applications of engineering materials",
    "Computer aided drafting",
    "Computer numerical control machining",
    "Fluid mechanics and thermodynamics",
    "Metrology and quality control",
    "Welding and joining technology",
)
THEMES = ("Principles", "Planning", "Practice", "Evaluation", "Project work")
CARE = ("Safeguarding", "Communication", "Person-centred practice", "Infection control")

Learner = tuple[str, str, str, str, str, str]


def learners(chance: random.Random) -> Iterator[Learner]:
    """People without end, in the weights of `WEIGHTS`."""
    origins = list(ORIGINS)
    weights = [WEIGHTS.get(origin, 2) for origin in origins]
    number = 700_000_000
    while True:
        number += chance.randint(3, 97)
        first_names, last_names = ORIGINS[chance.choices(origins, weights)[0]]
        first, last = chance.choice(first_names), chance.choice(last_names)
        middle = chance.choice(MIDDLE) if last.isascii() and last else ""
        born = date(1958, 1, 1) + timedelta(days=chance.randrange(18_000))
        email = "" if chance.random() < 0.04 else address(first, last, number)
        yield str(number), first, middle, last, born.isoformat(), email


def address(first: str, last: str, number: int) -> str:
    """An address in letters that every mail server takes."""
    plain = unicodedata.normalize("NFKD", f"{first}.{last}".lower())
    letters = "".join(c for c in plain if c.isascii() and (c.isalpha() or c == "."))
    return f"{letters.strip('.') or 'learner'}.{number}@example.org"


def row(who: Learner, where: str, what: Q, on: date, grade: str, reference: str) -> list[str]:
    expires = on.replace(year=on.year + what.lasts, day=min(on.day, 28)) if what.lasts else None
    return [
        *who,
        where,
        what.code,
        what.title,
        what.level,
        on.isoformat(),
        expires.isoformat() if expires else "",
        grade,
        reference,
    ]


def fixed_awards() -> Iterator[list[str]]:
    for who, title, on, grade, reference in FIXED:
        yield row(who, ORGANISATIONS[0], BY_TITLE[title], on, grade, reference)
    longest = ("88888888", *LONGEST, "1990-02-28", "maximilian@example.org")
    yield row(longest, ORGANISATIONS[8], ENGINEERING, date(2025, 6, 20), "Merit", "")


def chance_awards(chance: random.Random) -> Iterator[list[str]]:
    """Each learner has one to three awards, of different qualifications."""
    for who in learners(chance):
        where = chance.choice(ORGANISATIONS)
        days = (LAST_DAY - FIRST_DAY).days
        for what in chance.sample(QUALIFICATIONS, chance.choice((1, 1, 1, 2, 3))):
            born = date.fromisoformat(who[4])
            start = max(FIRST_DAY, born + timedelta(days=16 * 366))
            on = start + timedelta(days=chance.randrange(max(days // 4, 1)))
            on = min(on + timedelta(days=chance.randrange(days * 3 // 4)), LAST_DAY)
            reference = own_reference(chance) if chance.random() < 0.3 else ""
            yield row(who, where, what, on, chance.choice(what.grades), reference)


def own_reference(chance: random.Random) -> str:
    """Such as the awarding body gave before it had Certify."""
    ending = "".join(chance.choice("23456789ABCDEFGHJKLMNPQRSTUVWXYZ") for _ in range(4))
    return f"{chance.randrange(10**8):08d}-01-{ending}"


def awards(count: int) -> list[list[str]]:
    chance = random.Random(2026)
    rows = list(fixed_awards())
    more = chance_awards(chance)
    while len(rows) < count:
        rows.append(next(more))
    return rows


def units() -> Iterator[list[str]]:
    """`qualification_code, unit_code, unit_title, level, credits`."""
    for q in QUALIFICATIONS:
        subjects = MANUFACTURING if q is ENGINEERING else CARE
        named = [f"{subject}: {theme}" for theme in THEMES for subject in subjects]
        for n in range(q.units):
            title = named[n] if n < len(named) else f"Workplace unit {n + 1}"
            code = f"{q.code[:3]}{q.code[4:8]}/{n + 1:02d}"
            yield [q.code, code, title, q.level, str(3 + n * 7 % 10)]


def qualifications() -> Iterator[list[str]]:
    """`qualification_code, documents, badge_name, badge_criteria, limits`."""
    for q in QUALIFICATIONS:
        kinds = "certificate letter" + (" unit_certificate" if q.units else "")
        criteria = f"Awarded to those who have achieved the {q.title}." if q.badge else ""
        limit = "" if q.limit is None else str(q.limit)
        yield [q.code, kinds, q.badge, criteria, limit, limit]


def write(path: Path, headers: list[str], rows: list[list[str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([headers, *rows])
    print(f"{path}: {len(rows):,} rows")


def write_folder(folder: Path, count: int) -> None:
    write(folder / "awards.csv", HEADERS, awards(count))
    heads = ["qualification_code", "unit_code", "unit_title", "level", "credits"]
    write(folder / "units.csv", heads, list(units()))
    heads = ["qualification_code", "documents", "badge_name", "badge_criteria"]
    heads += ["download_limit", "print_limit"]
    write(folder / "qualifications.csv", heads, list(qualifications()))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        write_folder(Path(sys.argv[1]), AWARDS)
    else:
        write_folder(ROOT / "sample", AWARDS)
        write_folder(DEMO, DEMO_AWARDS)
