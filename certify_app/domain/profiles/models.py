"""What somebody tells of themselves; the awarding body's records stay as they are."""

from __future__ import annotations

from datetime import date

from sqlmodel import Field, SQLModel


class Profile(SQLModel, table=True):
    """Beside an account's name, user name, email and language; `photo` names a file."""

    __tablename__ = "profile"

    account_id: int = Field(primary_key=True, foreign_key="account.id", ondelete="CASCADE")
    date_of_birth: date | None = None
    phone: str = Field(default="", max_length=40)
    alternative_email: str = Field(default="", max_length=254)
    mobile_phone: str = Field(default="", max_length=40)
    emergency_name: str = Field(default="", max_length=100)
    emergency_phone: str = Field(default="", max_length=40)
    photo: str = Field(default="", max_length=64)
