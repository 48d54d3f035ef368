"""Registering, and following the link of the mail (guide 2.2)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlmodel import Session, select

from certify_app.db.engine import Database, write_now
from certify_app.domain.accounts.decide_registration import (
    approve_registration,
    refuse_registration,
)
from certify_app.domain.accounts.errors import (
    AlreadyRegistered,
    EmailTaken,
    LinkExpired,
    LinkSuperseded,
    LinkUnknown,
    LinkUsed,
    NoSuchRegistration,
)
from certify_app.domain.accounts.mail_links import look_at_link
from certify_app.domain.accounts.models import (
    Account,
    LinkPurpose,
    RegistrationStatus,
    Role,
)
from certify_app.domain.accounts.passwords import password_matches
from certify_app.domain.accounts.register_learner import resend_verification
from certify_app.domain.accounts.verify_email import Verified, renew_link, verify_email
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.errors import DomainError
from certify_app.domain.learners.models import Learner
from tests.clock import HeldClock
from tests.people import People, id_of
from tests.unit.domain.accounts.registering import (
    NEW_PASSWORD,
    last_token,
    mails,
    nia_registers,
    register,
    registrations,
)


def accounts(session: Session) -> int:
    return len(session.exec(select(Account.id)).all())


def test_no_account_exists_until_the_mail_is_answered(session: Session, people: People) -> None:
    before = accounts(session)
    register(session, people.nia)
    assert accounts(session) == before
    assert [m.to for m in mails(session, "verify_email")] == ["nia@example.org"]


def test_the_link_completes_the_registration(session: Session, people: People) -> None:
    register(session, people.nia)
    assert verify_email(session, last_token(session)) is Verified.COMPLETE
    account = session.exec(select(Account).where(Account.email == "nia@example.org")).one()
    assert (account.first_name, account.last_name) == ("Nia", "Siôn")
    assert account.role is Role.LEARNER
    assert account.terms_version == 1
    assert password_matches(NEW_PASSWORD, account.password_hash)
    learner = session.get_one(Learner, people.nia.learner and people.nia.learner.id)
    assert learner.account_id == account.id
    entry = session.exec(select(AuditEntry)).one()
    assert (entry.act, entry.object_id) == ("registration_completed", account.id)


def test_a_link_works_once(session: Session, people: People) -> None:
    register(session, people.nia)
    token = last_token(session)
    verify_email(session, token)
    with pytest.raises(LinkUsed):
        verify_email(session, token)


def test_a_link_ends_after_48_hours_and_can_be_renewed(
    session: Session, people: People, clock: HeldClock
) -> None:
    register(session, people.nia)
    token = last_token(session)
    clock.move(hours=48)
    with pytest.raises(LinkExpired) as late:
        verify_email(session, token)
    assert "5 Feb 2027 at 10:00" in str(late.value)
    assert renew_link(session, token)
    assert verify_email(session, last_token(session)) is Verified.COMPLETE


def test_a_newer_mail_of_the_same_registration_replaces_the_link(
    session: Session, people: People
) -> None:
    registered = register(session, people.nia)
    old = last_token(session)
    assert resend_verification(session, registered.id) == "nia@example.org"
    with pytest.raises(LinkSuperseded):
        verify_email(session, old)
    assert verify_email(session, last_token(session)) is Verified.COMPLETE


@pytest.mark.parametrize("token", ["", "forged", "é", "\ud800", "x" * 5000, "a\x00b"])
def test_a_forged_link_is_refused(session: Session, people: People, token: str) -> None:
    with pytest.raises(LinkUnknown):
        verify_email(session, token)
    assert not renew_link(session, token)


def test_each_link_completes_its_own_registration_with_its_own_password(
    session: Session, people: People
) -> None:
    register(session, people.nia)
    nias_own = last_token(session)
    register(session, people.nia, password="mallory knows this one")
    mallorys = last_token(session)
    verify_email(session, nias_own)
    account = session.exec(select(Account).where(Account.email == "nia@example.org")).one()
    assert password_matches(NEW_PASSWORD, account.password_hash)
    with pytest.raises(LinkSuperseded):
        verify_email(session, mallorys)
    assert [r.status for r in registrations(session)] == [
        RegistrationStatus.COMPLETE,
        RegistrationStatus.SUPERSEDED,
    ]


def test_of_eight_registrations_at_once_one_makes_an_account(db: Database, people: People) -> None:
    tokens = [nia_registers(db, people.nia) for _ in range(8)]

    def follow(token: str) -> bool:
        try:
            return write_now(verify_email, token) is Verified.COMPLETE
        except (AlreadyRegistered, LinkSuperseded):
            return False

    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(follow, tokens))
    assert done.count(True) == 1
    with db.read() as session:
        found = select(Account).where(Account.email == "nia@example.org")
        assert len(session.exec(found).all()) == 1


def test_of_eight_clicks_on_one_link_one_counts(db: Database, people: People) -> None:
    token = nia_registers(db, people.nia)

    def follow(_: int) -> str:
        try:
            return str(write_now(verify_email, token))
        except DomainError as error:
            return type(error).__name__

    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(follow, range(8)))
    assert done.count("complete") == 1
    assert set(done) == {"complete", "LinkUsed"}


def test_an_email_taken_meanwhile_changes_nothing(db: Database, people: People) -> None:
    token = nia_registers(db, people.nia)
    with db.write() as session:
        mallory = session.get_one(Account, people.mallory.id)
        mallory.email = "nia@example.org"
    with pytest.raises(EmailTaken):
        write_now(verify_email, token)
    with db.read() as session:
        assert look_at_link(session, LinkPurpose.VERIFY_EMAIL, token)
        assert registrations(session)[0].status is RegistrationStatus.WAITING_FOR_EMAIL


def test_with_another_email_staff_decide(session: Session, people: People) -> None:
    before = accounts(session)
    registered = register(session, people.nia, email="new@example.org", born="28/2/2003")
    assert verify_email(session, last_token(session)) is Verified.WAITS_FOR_STAFF
    assert accounts(session) == before
    assert mails(session, "registration_waiting")[0].to == "new@example.org"
    assert mails(session, "staff_new_registration")[0].to == "registry@localhost"
    approve_registration(session, registered.id, people.olwen.id)
    account = session.exec(select(Account).where(Account.email == "new@example.org")).one()
    assert mails(session, "registration_approved")[0].account_id == account.id
    with pytest.raises(NoSuchRegistration):
        approve_registration(session, registered.id)


def test_a_refused_registration_makes_no_account(session: Session, people: People) -> None:
    before = accounts(session)
    registered = register(session, people.nia, email="new@example.org", born="28/2/2003")
    token = last_token(session)
    verify_email(session, token)
    refuse_registration(session, registered.id, people.olwen.id)
    assert accounts(session) == before
    assert mails(session, "registration_refused")[0].to == "new@example.org"
    assert not renew_link(session, token)


def test_records_put_right_before_the_click_need_no_staff(session: Session, people: People) -> None:
    register(session, people.nia, email="new@example.org", born="28/2/2003")
    learner = session.get_one(Learner, id_of(people.nia.learner))  # type: ignore[arg-type]
    learner.email = " NEW@example.org"
    assert verify_email(session, last_token(session)) is Verified.COMPLETE


def test_a_registration_in_welsh_is_answered_in_welsh(session: Session, people: People) -> None:
    from certify_app.locales import speaking

    with speaking("cy"):
        register(session, people.nia)
    assert "/cy/verify-email?token=" in mails(session, "verify_email")[0].text
