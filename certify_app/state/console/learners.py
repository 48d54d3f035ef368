"""The console's list of learners."""

from __future__ import annotations

from typing import ClassVar

import reflex as rx

from certify_app.domain.acts import Act
from certify_app.domain.learners.learner_list import LEARNERS
from certify_app.domain.lists.list_of import ListOf
from certify_app.domain.permissions import Audience
from certify_app.state.console.listing import Listing


class LearnerList(Listing, rx.State):
    audience: ClassVar[Audience] = Audience.STAFF
    act: ClassVar[Act] = LEARNERS.act
    what: ClassVar[ListOf] = LEARNERS
