"""The institution that runs this deployment: one row."""

from __future__ import annotations

from enum import StrEnum

from sqlmodel import Field, SQLModel


class VerifyAsks(StrEnum):
    """What a check of a reference that could be guessed asks for besides."""

    NOTHING = "nothing"
    SURNAME = "surname"
    AWARD_DATE = "award_date"


class AwardingBody(SQLModel, table=True):
    """Name, look and rules; the one row has id 1."""

    __tablename__ = "awarding_body"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(default="Your awarding body", max_length=120)
    address: str = Field(default="", max_length=400)
    phone: str = Field(default="", max_length=40)
    recognition: str = Field(default="", max_length=300)
    signatory_name: str = Field(default="", max_length=120)
    signatory_title: str = Field(default="", max_length=120)
    brand: str = Field(default="#17516f", max_length=7)
    gold: str = Field(default="#d3a33b", max_length=7)
    logo: bytes | None = None
    signature: bytes | None = None
    download_limit: int = 3
    print_limit: int = 3
    shortest_password: int = 12
    session_idle_minutes: int = 30
    session_hours: int = 12
    reveal_unregistered: bool = True
    terms_version: int = 1
    share_days: int = 90
    longest_share_days: int = 730
    verify_shows_name: bool = True
    verify_shows_grade: bool = True
    verify_asks: VerifyAsks = VerifyAsks.NOTHING
    bank_details: str = Field(default="", max_length=600)
    vat_number: str = Field(default="", max_length=30)
    report_reasons: str = Field(default="", max_length=2000)
    """A line each; empty for the usual ones."""
