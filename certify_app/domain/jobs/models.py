"""The one table of work to be done outside a request."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now


class JobStatus(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    DEAD = "dead"


class Job(SQLModel, table=True):
    """Work that survives a crash: taken by a lease, tried again, dead in the end.

    `key` is unique, so the same work is never enqueued twice. `run_at` is when a
    worker may take it: at first, after a pause, or, while it runs, when the lease of
    a worker that died ends; nothing once it is over. So one index finds the next job
    without sorting, however many wait. `worker` is new at every claim.
    """

    __tablename__ = "job"
    __table_args__ = (Index("ix_job_run_at_id", "run_at", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=60)
    args: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    key: str = Field(unique=True, max_length=160)
    status: JobStatus = JobStatus.WAITING
    attempts: int = 0
    run_at: datetime | None = Field(default_factory=now)
    worker: str = Field(default="", max_length=80)
    problem: str = Field(default="", max_length=1000)
    created_at: datetime = Field(default_factory=now)
    finished_at: datetime | None = None
