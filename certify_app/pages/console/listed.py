"""The console's screens. To add one: a line here, and its place in components/console_places.py."""

from certify_app.pages import Page
from certify_app.pages.console import (
    audit,
    award,
    awards,
    learner,
    learners,
    overview,
    registrations,
    staff,
)
from certify_app.state.console.audit import AuditLog
from certify_app.state.console.award import AwardPage
from certify_app.state.console.awards import AwardList
from certify_app.state.console.learner import LearnerPage
from certify_app.state.console.learners import LearnerList
from certify_app.state.console.overview import Overview
from certify_app.state.console.registrations import WaitingRegistrations
from certify_app.state.console.staff import StaffList, StaffMember

CONSOLE: list[Page] = [
    Page("/console", overview.overview, overview.TITLE, (Overview.load,)),
    Page("/console/learners", learners.learners, learners.TITLE, (LearnerList.load,)),
    Page("/console/learners/[learner_id]", learner.learner, learner.TITLE, (LearnerPage.load,)),
    Page(
        "/console/registrations",
        registrations.registrations,
        registrations.TITLE,
        (WaitingRegistrations.load,),
    ),
    Page("/console/staff", staff.staff, staff.TITLE, (StaffList.load,)),
    Page("/console/staff/[staff_id]", staff.member, staff.ONE_TITLE, (StaffMember.load,)),
    Page("/console/audit", audit.audit, audit.TITLE, (AuditLog.load,)),
    Page("/console/awards", awards.awards, awards.TITLE, (AwardList.load,)),
    Page("/console/awards/[award_id]", award.award, award.TITLE, (AwardPage.load,)),
]
