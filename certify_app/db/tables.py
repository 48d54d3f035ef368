"""Every table, imported in one place so that the schema is whole."""

from __future__ import annotations

from sqlmodel import SQLModel

from certify_app.domain.accounts import models as accounts
from certify_app.domain.api_keys import models as api_keys
from certify_app.domain.api_replies import models as api_replies
from certify_app.domain.audit import models as audit
from certify_app.domain.awarding_body import models as awarding_body
from certify_app.domain.awards import models as awards
from certify_app.domain.badges import models as badges
from certify_app.domain.connections import models as connections
from certify_app.domain.documents import models as documents
from certify_app.domain.jobs import models as jobs
from certify_app.domain.learners import models as learners
from certify_app.domain.messages import models as messages
from certify_app.domain.own_data import models as own_data
from certify_app.domain.passkeys import models as passkeys
from certify_app.domain.profiles import models as profiles
from certify_app.domain.reports import models as reports
from certify_app.domain.second_step import models as second_step
from certify_app.domain.shop import models as shop
from certify_app.domain.sign_ins import models as sign_ins
from certify_app.domain.third_parties import models as third_parties
from certify_app.domain.verification import models as verification
from certify_app.domain.watch import models as watch
from certify_app.domain.webhooks import models as webhooks

schema = SQLModel.metadata

__all__ = [
    "accounts",
    "api_keys",
    "api_replies",
    "audit",
    "awarding_body",
    "awards",
    "badges",
    "connections",
    "documents",
    "jobs",
    "learners",
    "messages",
    "own_data",
    "passkeys",
    "profiles",
    "reports",
    "schema",
    "second_step",
    "shop",
    "sign_ins",
    "third_parties",
    "verification",
    "watch",
    "webhooks",
]
