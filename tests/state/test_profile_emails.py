"""The emails of a profile as its page shows and changes them."""

from __future__ import annotations

import asyncio

from certify_app.db.engine import write_now
from certify_app.domain.profiles.change_email import confirm_email
from certify_app.state.portal.profile_emails import EmailRow, ProfileEmails
from tests.people import People
from tests.state.acting import at
from tests.unit.domain.profiles.mailed import token_mailed_to

HERS = "jane@example.org"
WORK = "jane@work.example.com"


def test_an_email_is_added_made_primary_and_the_former_removed(people: People) -> None:
    async def visit() -> ProfileEmails:
        state = await at(ProfileEmails, people.jane, "/profile")
        await state.add({"new_email": WORK})  # type: ignore[operator]
        assert state.said == f"Follow the link we mailed to {WORK}: it is yours then."
        await asyncio.to_thread(write_now, confirm_email, token_mailed_to(WORK))
        await state.make_primary(WORK)  # type: ignore[operator]
        assert state.emails == [EmailRow(WORK, primary=True), EmailRow(HERS)]
        await state.remove(HERS)  # type: ignore[operator]
        return state

    state = asyncio.run(visit())
    assert (state.emails, state.said) == ([EmailRow(WORK, primary=True)], f"{HERS} is removed.")


def test_the_sixth_try_in_an_hour_and_a_bad_email_are_said_at_the_field(people: People) -> None:
    async def visit() -> list[str]:
        state = await at(ProfileEmails, people.jane, "/cy/profile")
        said = []
        for typed in ("", "x", "dave@example.org", HERS, "a@example.com", "b@example.com", WORK):
            await state.add({"new_email": typed})  # type: ignore[operator]
            said.append(state.errors.get("new_email", ""))
        return said

    said = asyncio.run(visit())
    assert [bool(sentence) for sentence in said] == [True, True, True, True, False, False, True]


def test_nobody_touches_the_emails_of_others(people: People) -> None:
    async def visit() -> ProfileEmails:
        state = await at(ProfileEmails, people.mallory, "/profile")
        for handler in (state.make_primary, state.remove):
            await handler(HERS)  # type: ignore[operator]
        return state

    state = asyncio.run(visit())
    assert (state.said, state.emails) == ("", [EmailRow("mallory@example.org", primary=True)])
