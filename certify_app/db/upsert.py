"""INSERT … ON CONFLICT in the words of the database at hand."""

from __future__ import annotations

from typing import cast

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel

INSERTS = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}


def insert_into(session: Session, table: type[SQLModel]) -> postgresql.Insert:
    """An INSERT that knows `on_conflict_do_nothing` and `on_conflict_do_update`."""
    insert = INSERTS[session.get_bind().dialect.name]
    # The two dialects' inserts share these methods, but no common class.
    return cast(postgresql.Insert, insert(table))
