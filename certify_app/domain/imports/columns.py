"""The three kinds of file, and the columns each has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FileKind(StrEnum):
    AWARDS = "awards"
    UNITS = "units"
    QUALIFICATIONS = "qualifications"


@dataclass(frozen=True)
class Layout:
    """The canonical headers of one kind, and which of them may be absent."""

    kind: FileKind
    columns: tuple[str, ...]
    optional: frozenset[str] = frozenset()

    @property
    def needed(self) -> tuple[str, ...]:
        return tuple(c for c in self.columns if c not in self.optional)

    @property
    def own(self) -> frozenset[str]:
        """The columns by which a file is seen to be of this kind."""
        return frozenset(self.columns) - {
            "qualification_code",
            "qualification_title",
            "level",
        }


AWARDS = Layout(
    FileKind.AWARDS,
    (
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
    ),
    frozenset({"middle_name", "organisation", "expiry_date", "reference"}),
)
UNITS = Layout(
    FileKind.UNITS,
    ("qualification_code", "unit_code", "unit_title", "level", "credits"),
)
QUALIFICATIONS = Layout(
    FileKind.QUALIFICATIONS,
    (
        "qualification_code",
        "qualification_title",
        "level",
        "documents",
        "badge_name",
        "badge_criteria",
        "download_limit",
        "print_limit",
    ),
    frozenset({"qualification_title", "level"}),
)
LAYOUTS = (AWARDS, UNITS, QUALIFICATIONS)
EVERY_COLUMN = frozenset(c for layout in LAYOUTS for c in layout.columns)
DATE_COLUMNS = frozenset({"date_of_birth", "award_date", "expiry_date"})
IGNORED = "ignore"
