"""The console's screens. To add one: a line here, and its place in components/console_places.py."""

from certify_app.pages import Page
from certify_app.pages.console import award, awards, learner, learners, overview, registrations
from certify_app.state.console.award import AwardPage
from certify_app.state.console.awards import AwardList
from certify_app.state.console.learner import LearnerPage
from certify_app.state.console.learners import LearnerList
from certify_app.state.console.overview import Overview
from certify_app.state.console.registrations import WaitingRegistrations

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
    Page("/console/awards", awards.awards, awards.TITLE, (AwardList.load,)),
    Page("/console/awards/[award_id]", award.award, award.TITLE, (AwardPage.load,)),
]
