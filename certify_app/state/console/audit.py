"""The console's audit log."""

from __future__ import annotations

from typing import ClassVar

import reflex as rx

from certify_app.domain.acts import Act
from certify_app.domain.audit.audit_list import AUDIT
from certify_app.domain.lists.list_of import ListOf
from certify_app.domain.permissions import Audience
from certify_app.state.console.listing import Listing


class AuditLog(Listing, rx.State):
    audience: ClassVar[Audience] = Audience.STAFF
    act: ClassVar[Act] = AUDIT.act
    what: ClassVar[ListOf] = AUDIT
