"""Which column is which, whatever it is called."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certify_app.domain.imports.columns import EVERY_COLUMN, LAYOUTS, FileKind
from certify_app.domain.imports.errors import BadFile
from certify_app.domain.imports.map_headers import HeaderMap, map_headers, read_mapping
from certify_app.domain.imports.synonyms import SYNONYMS, column_meant
from certify_app.domain.names import fold
from tests.unit.domain.imports.files import HEADERS, QUALIFICATIONS, UNITS


def mapped(headers: list[str], *pairs: str, ignore_unknown: bool = False) -> HeaderMap:
    return map_headers(headers, 1, "file.csv", read_mapping(pairs), ignore_unknown)


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        (HEADERS, FileKind.AWARDS),
        (UNITS, FileKind.UNITS),
        (QUALIFICATIONS, FileKind.QUALIFICATIONS),
    ],
)
def test_the_kind_of_file_is_seen_by_its_headers(headers: list[str], kind: FileKind) -> None:
    assert mapped(headers).layout.kind is kind


@given(st.sampled_from(LAYOUTS), st.randoms())
def test_columns_may_stand_in_any_order(layout, chance) -> None:  # type: ignore[no-untyped-def]
    headers = list(layout.columns)
    chance.shuffle(headers)
    found = mapped(headers)
    assert found.layout is layout
    assert {headers[i]: c for c, i in found.positions.items()} == {h: h for h in headers}


@given(st.sampled_from(sorted(chain(EVERY_COLUMN, *SYNONYMS.values()))), st.data())
def test_case_spaces_and_hyphens_of_a_header_do_not_matter(name: str, data: st.DataObject) -> None:
    other = data.draw(st.sampled_from([name.upper(), f"  {name} ", name.replace(" ", "-")]))
    assert column_meant(other) == column_meant(name) is not None


def test_no_synonym_means_two_columns() -> None:
    keys = [{fold(c), *map(fold, SYNONYMS.get(c, ()))} for c in EVERY_COLUMN]
    assert sum(map(len, keys)) == len(set().union(*keys))


def test_headers_of_another_system_are_understood_in_english_and_welsh() -> None:
    found = mapped(
        [
            "Learner No",
            "Forename",
            "Cyfenw",
            "DoB",
            "E-bost",
            "QN",
            "Course title",
            "Lefel",
            "Completion date",
            "Gradd",
        ]
    )
    assert found.positions == {
        "enrolment_number": 0,
        "first_name": 1,
        "last_name": 2,
        "date_of_birth": 3,
        "email": 4,
        "qualification_code": 5,
        "qualification_title": 6,
        "level": 7,
        "award_date": 8,
        "grade": 9,
    }


def test_a_mapping_decides_over_synonyms() -> None:
    headers = [h if h != "reference" else "Weird" for h in HEADERS]
    assert "reference" in mapped(headers, "weird=reference").positions
    assert "reference" not in mapped(headers, "Weird=ignore").positions
    assert "reference" not in mapped(headers, ignore_unknown=True).positions


@pytest.mark.parametrize("column", ["middle_name", "organisation", "expiry_date", "reference"])
def test_optional_columns_may_be_absent(column: str) -> None:
    assert column not in mapped([h for h in HEADERS if h != column]).positions


@pytest.mark.parametrize(
    ("headers", "said"),
    [
        ([h for h in HEADERS if h != "award_date"], "A column is missing: award_date"),
        (
            ["award_dat" if h == "award_date" else h for h in HEADERS],
            "A column is missing: award_date. Did you mean award_dat?",
        ),
        ([*HEADERS, "Ethnicity"], "The column Ethnicity is not known. Remove it"),
        ([*HEADERS, "Grades"], "The column Grades is not known. Did you mean grade?"),
        ([*HEADERS, "Email"], "Two columns are headed Email"),
        ([*HEADERS, "Surname"], "last_name and Surname both mean last_name"),
        ([*HEADERS[:3], "", *HEADERS[3:]], "cell 4 of it is empty"),
        (["a", "b"], "are not those of awards, units or qualifications"),
        (["=1+1", "\u202eevil"], r"The headers found are: =1+1, [U+202E]evil"),
    ],
)
def test_wrong_headers_get_a_sentence(headers: list[str], said: str) -> None:
    with pytest.raises(BadFile) as caught:
        mapped(headers)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        ("nonsense", "does not say which column is meant"),
        ("=grade", "does not say which column is meant"),
        ("Mark=grad", "grad is not a column of ours. The nearest is grade"),
        ("Mark=grade", "There is no column mark"),
    ],
)
def test_a_wrong_mapping_gets_a_sentence(pair: str, said: str) -> None:
    with pytest.raises(BadFile, match=said):
        mapped(HEADERS, pair)


def test_empty_headers_at_the_end_are_left_out() -> None:
    assert len(mapped([*HEADERS, "", " "]).headers) == len(HEADERS)
