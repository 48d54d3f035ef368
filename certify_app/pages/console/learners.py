"""The learners whom the awarding body knows."""

from __future__ import annotations

import reflex as rx

from certify_app.components.console_list import console_list
from certify_app.components.console_shell import console_shell, console_title
from certify_app.components.empty_state import empty_state
from certify_app.domain.learners.learner_list import LEARNERS
from certify_app.locales import _
from certify_app.state.console.learners import LearnerList

TITLE = LEARNERS.title


def learners() -> rx.Component:
    nothing = empty_state(
        _("No learners yet"),
        _("They come with an import of awards, or one by one through the API."),
        icon_name="users-round",
    )
    return console_shell(
        console_title(_(TITLE), _("Everybody in your records, registered or not.")),
        console_list(LEARNERS, LearnerList, empty=nothing),
        active="/console/learners",
    )
