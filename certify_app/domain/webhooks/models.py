"""The tables of where notices go and what became of each."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now


class Endpoint(SQLModel, table=True):
    """An address of the awarding body's own. `events` are separated by spaces.

    `secret` signs what is sent, so it has to be known; it gives no access to anything.
    """

    __tablename__ = "webhook_endpoint"

    id: int | None = Field(default=None, primary_key=True)
    url: str = Field(max_length=500)
    events: str = Field(max_length=400)
    secret: str = Field(max_length=80)
    active: bool = True
    created_at: datetime = Field(default_factory=now)


class DeliveryStatus(StrEnum):
    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"


class Delivery(SQLModel, table=True):
    """One notice to one endpoint. `answer_status` is what the last try was answered, 0 for
    no answer; FAILED is one that nobody will try again by themselves."""

    __tablename__ = "webhook_delivery"

    id: int | None = Field(default=None, primary_key=True)
    endpoint_id: int = Field(foreign_key="webhook_endpoint.id", index=True, ondelete="CASCADE")
    notice_id: str = Field(max_length=40)
    event: str = Field(max_length=40)
    data: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    status: DeliveryStatus = DeliveryStatus.WAITING
    attempts: int = 0
    answer_status: int = 0
    problem: str = Field(default="", max_length=300)
    created_at: datetime = Field(default_factory=now, index=True)
    delivered_at: datetime | None = None
