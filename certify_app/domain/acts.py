"""What staff may do: one table of act and role, which gate, pages, routes and tests read."""

from __future__ import annotations

from enum import StrEnum

from certify_app.domain.accounts.models import Role, StaffRole
from certify_app.domain.accounts.sessions import Who
from certify_app.domain.errors import DomainError
from certify_app.locales import N_


class Act(StrEnum):
    """Something staff do in the console."""

    SEE_CONSOLE = "see_console"
    SEE_LEARNERS = "see_learners"
    CHANGE_LEARNERS = "change_learners"
    LOCK_LEARNERS = "lock_learners"
    MERGE_LEARNERS = "merge_learners"
    SEE_AS_LEARNER = "see_as_learner"
    DECIDE_REGISTRATIONS = "decide_registrations"
    SEE_AWARDS = "see_awards"
    CHANGE_AWARDS = "change_awards"
    CHANGE_DESIGNS = "change_designs"
    IMPORT = "import"
    SEE_ORDERS = "see_orders"
    FULFIL_ORDERS = "fulfil_orders"
    HANDLE_MONEY = "handle_money"
    CHANGE_PRODUCTS = "change_products"
    SEE_DESK = "see_desk"
    WORK_DESK = "work_desk"
    SEE_MAILS = "see_mails"
    SEND_MAILS_AGAIN = "send_mails_again"
    SEE_AUDIT = "see_audit"
    SEE_STAFF = "see_staff"
    CHANGE_STAFF = "change_staff"
    CHANGE_SETTINGS = "change_settings"


# fmt: off
YES, NO = True, False
TABLE: dict[Act, tuple[bool, bool, bool, bool]] = {
    #                          administrator  officer  finance  read-only
    Act.SEE_CONSOLE:          (YES,           YES,     YES,     YES),
    Act.SEE_LEARNERS:         (YES,           YES,     YES,     YES),
    Act.CHANGE_LEARNERS:      (YES,           YES,     NO,      NO),
    Act.LOCK_LEARNERS:        (YES,           YES,     NO,      NO),
    Act.MERGE_LEARNERS:       (YES,           YES,     NO,      NO),
    Act.SEE_AS_LEARNER:       (YES,           YES,     NO,      NO),
    Act.DECIDE_REGISTRATIONS: (YES,           YES,     NO,      NO),
    Act.SEE_AWARDS:           (YES,           YES,     YES,     YES),
    Act.CHANGE_AWARDS:        (YES,           YES,     NO,      NO),
    Act.CHANGE_DESIGNS:       (YES,           YES,     NO,      NO),
    Act.IMPORT:               (YES,           YES,     NO,      NO),
    Act.SEE_ORDERS:           (YES,           YES,     YES,     YES),
    Act.FULFIL_ORDERS:        (YES,           YES,     YES,     NO),
    Act.HANDLE_MONEY:         (YES,           NO,      YES,     NO),
    Act.CHANGE_PRODUCTS:      (YES,           NO,      YES,     NO),
    Act.SEE_DESK:             (YES,           YES,     NO,      YES),
    Act.WORK_DESK:            (YES,           YES,     NO,      NO),
    Act.SEE_MAILS:            (YES,           YES,     NO,      YES),
    Act.SEND_MAILS_AGAIN:     (YES,           YES,     NO,      NO),
    Act.SEE_AUDIT:            (YES,           NO,      NO,      YES),
    Act.SEE_STAFF:            (YES,           NO,      NO,      YES),
    Act.CHANGE_STAFF:         (YES,           NO,      NO,      NO),
    Act.CHANGE_SETTINGS:      (YES,           NO,      NO,      NO),
}
# fmt: on
COLUMNS = (StaffRole.ADMINISTRATOR, StaffRole.OFFICER, StaffRole.FINANCE, StaffRole.READ_ONLY)


class NotAllowed(DomainError):
    sentence = N_("Your role does not allow this. Ask an administrator")


def may(who: Who | None, act: Act) -> bool:
    """Nobody but staff may do anything of the table."""
    if who is None or who.role is not Role.STAFF or who.staff_role is None:
        return False
    return TABLE[act][COLUMNS.index(who.staff_role)]


def acts_of(who: Who) -> list[Act]:
    """All that somebody may do, for pages to show."""
    return [act for act in Act if may(who, act)]
