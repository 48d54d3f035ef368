"""The people of every test, each with a standing role.

Jane is a learner with three awards; Dave another learner with one; Nia is known to the
awarding body and not registered; Tracy is a third party; Olwen an officer of the
awarding body; Mallory a learner's account with nothing, who must get nothing.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Protocol

import bcrypt
from sqlmodel import Session

from certify_app.domain.accounts.models import Account, Role, StaffRole
from certify_app.domain.awarding_body.models import AwardingBody
from certify_app.domain.awards.models import Award, Qualification, Unit
from certify_app.domain.badges.models import Badge
from certify_app.domain.clock import now
from certify_app.domain.documents.models import Document, DocumentKind
from certify_app.domain.learners.models import EnrolmentNumber, Learner
from certify_app.domain.names import fold

PASSWORD = "a quiet walk by the Teifi"
"""Everybody's."""


class Row(Protocol):
    id: int | None


def id_of(row: Row) -> int:
    """Of a row that has been written."""
    assert row.id
    return row.id


@dataclass
class Person:
    account: Account | None = None
    learner: Learner | None = None
    number: str = ""
    awards: list[Award] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)

    @property
    def id(self) -> int:
        """Of the account."""
        assert self.account
        return id_of(self.account)

    @property
    def email(self) -> str:
        who = self.account or self.learner
        assert who
        return who.email

    @property
    def certificate(self) -> Document:
        """Of the first award."""
        return self.documents[0]


@dataclass(frozen=True)
class People:
    body: AwardingBody
    jane: Person
    dave: Person
    nia: Person
    tracy: Person
    olwen: Person
    mallory: Person


def add_people(session: Session) -> People:
    body = AwardingBody(id=1, name="Teifi Awards", phone="01234 567890")
    session.add(body)
    care, welding, first_aid = add_qualifications(session)
    jane = add_learner(session, "Jane", "Doe", "TA-100001", date(1998, 4, 12))
    give_account(session, jane)
    give_award(session, jane, care, "10643835-01-3DCE7K", date(2026, 7, 1))
    give_award(session, jane, welding, "20643835-01-4DCE7K", date(2026, 9, 1))
    give_award(session, jane, first_aid, "30643835-01-5DCE7K", date(2026, 11, 1))
    dave = add_learner(session, "Dave", "O’Neill-Łyś", "TA-100002", date(2001, 12, 31))
    give_account(session, dave)
    give_award(session, dave, care, "40643835-01-6DCE7K", date(2026, 7, 1))
    nia = add_learner(session, "Nia", "Siôn", "TA-100003", date(2003, 2, 28))
    give_award(session, nia, care, "50643835-01-7DCE7K", date(2026, 7, 1))
    return People(
        body=body,
        jane=jane,
        dave=dave,
        nia=nia,
        tracy=add_account(session, "Tracy", "Trent", Role.THIRD_PARTY),
        olwen=add_account(session, "Olwen", "Rees", Role.STAFF, StaffRole.OFFICER),
        mallory=add_account(session, "Mallory", "Mole", Role.LEARNER),
    )


def add_qualifications(session: Session) -> list[Qualification]:
    """Care yields everything and has units; welding two papers; first aid one."""
    found = [
        _qualification(
            "601/0001/1",
            "Diploma in Adult Care",
            "certificate unit_certificate letter",
            badge_name="Adult Care",
        ),
        _qualification("601/0002/2", "Award in Welding", "certificate letter"),
        _qualification("601/0003/3", "Award in First Aid", "certificate"),
    ]
    session.add_all(found)
    session.flush()
    for position in range(1, 4):
        session.add(
            Unit(
                qualification_id=id_of(found[0]),
                code=f"U{position}",
                title=f"Care unit {position}",
                level="3",
                credits="5",
                position=position,
            )
        )
    session.flush()
    return found


def add_learner(session: Session, first: str, last: str, number: str, born: date) -> Person:
    learner = Learner(
        first_name=first,
        last_name=last,
        first_name_key=fold(first),
        last_name_key=fold(last),
        date_of_birth=born,
        email=f"{first.lower()}@example.org",
    )
    session.add(learner)
    session.flush()
    session.add(EnrolmentNumber(learner_id=id_of(learner), number=number, number_key=fold(number)))
    session.flush()
    return Person(learner=learner, number=number)


def add_account(
    session: Session,
    first: str,
    last: str,
    role: Role,
    staff_role: StaffRole | None = None,
) -> Person:
    """An administrator has set up the second step, without which the console is closed."""
    account = Account(
        email=f"{first.lower()}@example.org",
        password_hash=password_hash(PASSWORD),
        role=role,
        staff_role=staff_role,
        first_name=first,
        last_name=last,
        second_step_at=now() if staff_role is StaffRole.ADMINISTRATOR else None,
    )
    session.add(account)
    session.flush()
    return Person(account=account)


def give_account(session: Session, person: Person) -> None:
    assert person.learner
    first, last = person.learner.first_name, person.learner.last_name
    person.account = add_account(session, first, last, Role.LEARNER).account
    person.learner.account_id = person.id
    session.flush()


def give_award(
    session: Session, person: Person, what: Qualification, reference: str, on: date
) -> Award:
    """The award, with the documents and the badge its qualification yields."""
    assert person.learner
    award = Award(
        learner_id=id_of(person.learner),
        qualification_id=id_of(what),
        enrolment_number=person.number,
        reference=reference,
        awarded_name=person.learner.full_name,
        award_date=on,
        grade="Pass",
    )
    session.add(award)
    session.flush()
    person.awards.append(award)
    for position, kind in enumerate(what.documents.split(), start=1):
        person.documents.append(_document(award, DocumentKind(kind), position))
    session.add_all(person.documents)
    if what.badge_name:
        session.add(Badge(award_id=id_of(award), reference=f"B{reference}"))
    session.flush()
    return award


def _document(award: Award, kind: DocumentKind, position: int) -> Document:
    return Document(
        award_id=id_of(award),
        kind=kind,
        reference=f"D{position}{award.reference[2:]}",
        download_limit=3,
        print_limit=3,
    )


def _qualification(code: str, title: str, documents: str, badge_name: str = "") -> Qualification:
    return Qualification(
        code=code,
        title=title,
        level="Level 3",
        documents=documents,
        badge_name=badge_name,
        badge_criteria="All units achieved." if badge_name else "",
    )


@cache
def password_hash(password: str) -> str:
    """As the product keeps it, at the lowest cost so that tests stay fast."""
    digest = base64.b64encode(hashlib.sha256(password.encode()).digest())
    return bcrypt.hashpw(digest, bcrypt.gensalt(rounds=4)).decode()
