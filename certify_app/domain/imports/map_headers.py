"""From the headers of a file to our columns, or a sentence that says what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from certify_app.domain.imports import errors
from certify_app.domain.imports.columns import (
    AWARDS,
    EVERY_COLUMN,
    IGNORED,
    LAYOUTS,
    UNITS,
    Layout,
)
from certify_app.domain.imports.problems import shown
from certify_app.domain.imports.synonyms import column_meant
from certify_app.domain.names import fold


@dataclass(frozen=True)
class HeaderMap:
    """Which column stands at which position of a row; ignored ones are left out."""

    layout: Layout
    positions: dict[str, int]
    headers: tuple[str, ...]

    def header(self, column: str) -> str:
        """The header as the file has it, for sentences about a cell."""
        position = self.positions.get(column)
        return self.headers[position] if position is not None else column


def read_mapping(pairs: Sequence[str]) -> dict[str, str]:
    """`Their header=our_column` pairs by folded header.

    Raises:
        BadMapping, MappedColumnUnknown
    """
    found: dict[str, str] = {}
    for pair in pairs:
        header, equals, column = (part.strip() for part in pair.rpartition("="))
        if not (header and equals and column):
            raise errors.BadMapping(pair=shown(pair))
        if column not in EVERY_COLUMN | {IGNORED}:
            like = nearest(column, EVERY_COLUMN) or "enrolment_number"
            raise errors.MappedColumnUnknown(column=shown(column), like=like)
        found[fold(header)] = column
    return found


def map_headers(
    headers: Sequence[str],
    line: int,
    name: str,
    mapping: Mapping[str, str],
    ignore_unknown: bool = False,
) -> HeaderMap:
    """Recognise the kind of file and where each of its columns stands.

    Raises:
        BadFile: an empty, repeated, unknown or missing header.
    """
    named = _named(headers, line)
    _check_mapping(named, mapping, name)
    meant = {h: mapping.get(fold(h)) or column_meant(h) for h in named}
    layout = _layout({c for c in meant.values() if c}, named, name)
    unknown = [h for h in named if meant[h] not in {*layout.columns, IGNORED}]
    positions = _positions(named, meant, layout)
    _check_missing(layout, positions, unknown)
    if unknown and not ignore_unknown:
        raise _unknown(unknown[0], layout)
    return HeaderMap(layout, positions, tuple(named))


def nearest(text: str, choices: Sequence[str] | frozenset[str]) -> str | None:
    """The choice that is spelt almost like the text."""
    by_key = {fold(choice): choice for choice in sorted(choices)}
    found = get_close_matches(fold(text), by_key, n=1, cutoff=0.72)
    return by_key[found[0]] if found else None


def _named(headers: Sequence[str], line: int) -> list[str]:
    """The headers without empty ones at the end, each once."""
    named = [shown(" ".join(h.split())) for h in headers]
    while named and not named[-1]:
        named.pop()
    seen: dict[str, int] = {}
    for position, header in enumerate(named, start=1):
        key = fold(header)
        if not key:
            raise errors.HeaderEmpty(line=line, position=position)
        if key in seen:
            raise errors.HeaderTwice(header=header, first=seen[key], second=position)
        seen[key] = position
    return named


def _check_mapping(named: list[str], mapping: Mapping[str, str], name: str) -> None:
    present = {fold(h) for h in named}
    for key in mapping:
        if key not in present:
            raise errors.MappedHeaderMissing(header=key, name=name)


def _layout(columns: set[str], named: list[str], name: str) -> Layout:
    if columns & {"unit_code", "unit_title"} and "award_date" not in columns:
        return UNITS
    counted = [(len(columns & layout.own), layout) for layout in LAYOUTS]
    most, layout = max(counted, key=lambda pair: (pair[0], pair[1] is AWARDS))
    if not most:
        raise errors.UnknownKind(name=name, headers=shown(", ".join(named)))
    return layout


def _positions(named: list[str], meant: Mapping[str, str | None], layout: Layout) -> dict[str, int]:
    positions: dict[str, int] = {}
    for position, header in enumerate(named):
        column = meant[header]
        if column not in layout.columns or column is None:
            continue
        if column in positions:
            first = named[positions[column]]
            raise errors.ColumnTwice(first=first, second=header, column=column)
        positions[column] = position
    return positions


def _check_missing(layout: Layout, positions: Mapping[str, int], unknown: list[str]) -> None:
    for column in layout.needed:
        if column in positions:
            continue
        if like := nearest(column, unknown):
            raise errors.MissingColumnLike(column=column, like=like)
        raise errors.MissingColumn(column=column)


def _unknown(header: str, layout: Layout) -> errors.BadFile:
    if like := nearest(header, layout.columns):
        return errors.UnknownColumnLike(header=header, like=like)
    return errors.UnknownColumn(header=header)
