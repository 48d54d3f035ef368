from __future__ import annotations

import asyncio
from dataclasses import fields
from datetime import date

import pytest

from certify_app.config import settings
from certify_app.db.engine import read_now, write_now
from certify_app.domain.clock import today
from certify_app.domain.connections.access_log import list_hits
from certify_app.domain.connections.errors import (
    BirthDateUnknown,
    NotFoundBySearch,
    SearchNotApproved,
    SearchTooShort,
    Under18,
)
from certify_app.domain.connections.search_learners import (
    Found,
    ask_found_learner,
    search_learners,
)
from certify_app.domain.connections.search_opt_in import of_age_on, set_search_opt_in
from certify_app.domain.learners.models import Learner
from certify_app.domain.rate_limits import TooManyTries
from certify_app.domain.third_parties.approve_search import approve_search
from certify_app.domain.third_parties.errors import NoSuchThirdParty
from tests.unit.domain.connections.conftest import day


@pytest.fixture
def approved(people, clock):
    write_now(approve_search, "Tracy@example.org ")
    return people


@pytest.fixture
def findable(approved):
    assert write_now(set_search_opt_in, approved.jane.id, True)
    return approved


def search(people, typed: str, who: str = "tracy") -> list[Found]:
    return asyncio.run(search_learners(getattr(people, who).id, typed))


def birth(people, born: date | None) -> None:
    def change(session) -> None:
        session.get_one(Learner, people.jane.learner.id).date_of_birth = born

    write_now(change)


def test_nobody_is_found_who_has_not_opted_in(approved):
    assert search(approved, "Jane Doe") == []
    assert search(approved, "10643835-01-3DCE7K") == []


def test_four_facts_and_nothing_more_are_found(findable):
    found = search(findable, "jane doe")
    assert {one.full_name for one in found} == {"Jane Doe"}
    assert len(found) == 3
    assert [f.name for f in fields(Found)] == ["full_name", "reference", "title", "award_date"]


@pytest.mark.parametrize("typed", ["JANE  DOE", "10643835-01-3dce7k", " 10643835-01-3DCE7K "])
def test_names_and_references_forgive_case_and_spaces(findable, typed):
    assert search(findable, typed)


def test_a_documents_and_a_badges_reference_lead_to_the_award(findable):
    reference = findable.jane.certificate.reference
    assert [one.title for one in search(findable, reference)] == ["Diploma in Adult Care"]
    assert len(search(findable, "B10643835-01-3DCE7K")) == 1


@pytest.mark.parametrize("typed", ["", "Jane", "J D", "%", "Jane %", "Jan Do", "Doe Jane", "9999"])
def test_a_part_of_a_name_finds_nobody(findable, typed):
    try:
        assert search(findable, typed) == []
    except SearchTooShort:
        return


def test_opting_out_takes_effect_with_the_next_search(findable):
    write_now(set_search_opt_in, findable.jane.id, False)
    assert search(findable, "Jane Doe") == []


def test_the_learner_sees_who_found_them(findable):
    search(findable, "Jane Doe")
    assert [hit.name for hit in read_now(list_hits, findable.jane.id)] == ["Tracy Trent"]
    assert read_now(list_hits, findable.dave.id) == []


@pytest.mark.parametrize("who", ["tracy", "dave", "mallory", "olwen"])
def test_the_search_is_closed_until_the_awarding_body_has_approved(people, clock, who):
    with pytest.raises(SearchNotApproved):
        search(people, "Jane Doe", who)


def test_only_a_third_party_is_approved_and_it_can_be_taken_back(approved):
    for email in ("jane@example.org", "nobody@example.org"):
        with pytest.raises(NoSuchThirdParty):
            write_now(approve_search, email)
    write_now(approve_search, "tracy@example.org", False)
    with pytest.raises(SearchNotApproved):
        search(approved, "Jane Doe")


def test_searching_is_limited(findable):
    for _time in range(30):
        search(findable, "No Body")
    with pytest.raises(TooManyTries):
        search(findable, "Jane Doe")


def test_nobody_under_18_is_found_whatever_was_ticked(findable):
    here = today(settings().zone)
    birth(findable, here.replace(year=here.year - 17))
    assert search(findable, "Jane Doe") == []
    with pytest.raises(Under18):
        write_now(set_search_opt_in, findable.jane.id, True)
    birth(findable, here.replace(year=here.year - 18))
    assert search(findable, "Jane Doe")


def test_an_unknown_birthday_is_not_of_age(findable):
    birth(findable, None)
    assert search(findable, "Jane Doe") == []
    with pytest.raises(BirthDateUnknown):
        write_now(set_search_opt_in, findable.jane.id, True)


def test_who_was_born_on_a_leap_day_is_of_age_on_the_first_of_march():
    assert of_age_on(date(2008, 2, 29)) == date(2026, 3, 1)


def test_an_account_without_a_learner_opts_in_to_nothing(people):
    assert write_now(set_search_opt_in, people.tracy.id, True) is False


def test_only_who_was_found_is_asked(findable):
    reference = "10643835-01-3DCE7K"
    with pytest.raises(NotFoundBySearch):
        write_now(ask_found_learner, findable.tracy.id, reference, day(10), "")
    search(findable, reference)
    write_now(ask_found_learner, findable.tracy.id, reference, day(10), "A job")
    with pytest.raises(NotFoundBySearch):
        write_now(ask_found_learner, findable.tracy.id, "40643835-01-6DCE7K", day(10), "")
