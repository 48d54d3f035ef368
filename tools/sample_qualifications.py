"""The qualifications of the sample: 40 titles of the kind that Ofqual's register holds.

Numbers that begin with 000/ are invented. The others are real, as these pages give
them (seen in November 2026):

- 600/1067/8, 600/1352/7, 600/1510/X: NCFE, Functional Skills qualification in English at
  Entry Level, qualification specification, issue 3, December 2017
- 610/0498/4: NCFE CACHE Level 3 Diploma in Adult Care, citycollegestratford.com
- 610/1372/9: Highfield Level 3 Diploma in Adult Care (RQF) (England), coursesforjobs.com
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SampleQualification:
    """`units` is how many it has, `lasts` how many years an award of it is valid."""

    code: str
    title: str
    level: str
    grades: tuple[str, ...] = ("Pass",)
    units: int = 0
    badge: str = ""
    limit: int | None = None
    lasts: int = 0


GRADED = ("Pass", "Merit", "Distinction", "Distinction*")
REAL = (
    SampleQualification(
        "600/1067/8",
        "NCFE Functional Skills Qualification in English at Entry Level 1",
        "Entry Level 1",
    ),
    SampleQualification(
        "600/1352/7",
        "NCFE Functional Skills Qualification in English at Entry Level 2",
        "Entry Level 2",
    ),
    SampleQualification(
        "600/1510/X",
        "NCFE Functional Skills Qualification in English at Entry Level 3",
        "Entry Level 3",
    ),
    SampleQualification(
        "610/0498/4", "NCFE CACHE Level 3 Diploma in Adult Care", "Level 3", units=16
    ),
    SampleQualification(
        "610/1372/9",
        "Highfield Level 3 Diploma in Adult Care (RQF) (England)",
        "Level 3",
        units=14,
    ),
)
GUIDES = (
    ("Functional Skills Qualification in English Level 1", "Level 1"),
    ("AST Learner Portal Trainer - Workbook", ""),
    ("AST Third Party Portal Trainer - Workbook", ""),
    ("Associateship in British Sign Language (BSL)", "Level 6"),
    ("European Computer Driving Licence", "Level 2"),
)
PLAIN = (
    ("Functional Skills Qualification in English Level 2", "Level 2"),
    ("Functional Skills Qualification in Mathematics Level 1", "Level 1"),
    ("Functional Skills Qualification in Mathematics Level 2", "Level 2"),
    ("Level 1 Award in Personal and Social Development", "Level 1"),
    ("Level 1 Certificate in Introductory Cookery", "Level 1"),
    ("Level 2 Award in Food Safety in Catering", "Level 2"),
    ("Level 2 Certificate in Hair and Beauty", "Level 2"),
    ("Level 2 Certificate in Principles of Customer Service", "Level 2"),
    ("Level 2 Diploma in Bricklaying", "Level 2"),
    ("Level 2 Diploma in Land-based Technology", "Level 2"),
    ("Level 2 Extended Certificate in Sport and Active Leisure", "Level 2"),
    ("Level 3 Award in Education and Training", "Level 3"),
    ("Level 3 Certificate in Assessing Vocational Achievement", "Level 3"),
    ("Level 3 Diploma in Early Years Education and Care (Early Years Educator)", "Level 3"),
    ("Level 3 Diploma in Health and Social Care (Adults) for Wales", "Level 3"),
    ("Level 3 Extended Diploma in Information Technology", "Level 3"),
    ("Level 4 Certificate in Leadership and Management", "Level 4"),
    ("Level 4 Diploma in Therapeutic Counselling", "Level 4"),
    ("Level 5 Diploma in Leadership for Health and Social Care", "Level 5"),
    ("Level 6 Award in the Internal Quality Assurance of Assessment Processes", "Level 6"),
    ("Level 7 Diploma in Strategic Management and Leadership", "Level 7"),
    ("Lefel 2 Tystysgrif mewn Cymraeg Gwaith", "Lefel 2"),
    ("Graded Examination in Music Performance, Grade 5 (Telyn/Harp)", "Level 2"),
)
FIRST_AID = SampleQualification(
    "000/0101/1",
    "Level 3 Award in First Aid at Work",
    "Level 3",
    badge="First Aid at Work",
    limit=2,
    lasts=3,
)
ENGINEERING = SampleQualification(
    "000/0102/2",
    "Level 3 Extended Diploma in Advanced Manufacturing Engineering (Development "
    "Technical Knowledge)",
    "Level 3",
    grades=GRADED,
    units=60,
    badge="Advanced Manufacturing Engineer",
)
OTHERS = (
    FIRST_AID,
    ENGINEERING,
    SampleQualification(
        "000/0103/3",
        "Level 2 Award for Personal Licence Holders",
        "Level 2",
        limit=2,
    ),
    SampleQualification(
        "000/0104/4",
        "Level 2 Diploma in Plumbing and Heating",
        "Level 2",
        grades=GRADED,
        units=12,
        badge="Plumbing and Heating",
    ),
    SampleQualification(
        "000/0105/5",
        "Level 3 Diploma in Veterinary Nursing",
        "Level 3",
        units=22,
        badge="Veterinary Nursing",
    ),
    SampleQualification(
        "000/0106/6",
        "Level 2 Award in Door Supervision in the Private Security Industry",
        "Level 2",
        lasts=3,
    ),
    SampleQualification(
        "000/0107/7",
        "Level 3 Award in Emergency Paediatric First Aid",
        "Level 3",
        badge="Emergency Paediatric First Aid",
        lasts=3,
    ),
)
BADGES = {
    "Associateship in British Sign Language (BSL)": "Associateship in British Sign Language",
    "European Computer Driving Licence": "European Computer Driving Licence",
    "Level 3 Award in Education and Training": "Education and Training",
}


def invented(number: int, title: str, level: str) -> SampleQualification:
    code = f"000/{number:04d}/{number % 10}"
    grades = GRADED if "Diploma" in title else ("Pass",)
    return SampleQualification(code, title, level, grades, badge=BADGES.get(title, ""))


QUALIFICATIONS = (
    *(invented(n, *named) for n, named in enumerate(GUIDES, start=1)),
    *OTHERS,
    *REAL,
    *(invented(n, *named) for n, named in enumerate(PLAIN, start=11)),
)
BY_TITLE = {q.title: q for q in QUALIFICATIONS}
assert len(BY_TITLE) == 40, len(BY_TITLE)
