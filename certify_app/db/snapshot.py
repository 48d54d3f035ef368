"""Every row as it stood at one moment, in a form that either database can take.

The tables are read from the database itself, so that one with an older schema than this
code can be copied too.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    LargeBinary,
    MetaData,
    Table,
    Text,
    cast,
    select,
)
from sqlalchemy.types import JSON

from certify_app.db.engine import Database

REVISION_TABLE = "alembic_version"
BATCH = 1_000
Plain = Callable[[Any], Any]


@contextmanager
def at_one_moment(db: Database) -> Iterator[Connection]:
    """A connection that sees nothing of what is written after its first query."""
    options: dict[str, Any] = {"readonly": True}
    if not db.is_sqlite:
        options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with db.engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


def tables_of(connection: Connection) -> list[Table]:
    """Those of Certify, each after the ones it refers to."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != REVISION_TABLE]


def rows_of(connection: Connection, table: Table) -> Iterator[list[Any]]:
    """Rows of texts, numbers, truth values and nothing, in the order of the columns."""
    columns = [_readable(column) for column in table.columns]
    rows = connection.execution_options(yield_per=BATCH).execute(
        select(*columns).order_by(*table.primary_key.columns)
    )
    for row in rows:
        yield [_plain(value) for value in row]


def _readable(column: Column[Any]) -> Any:
    """JSON as its text, so that it comes back letter by letter."""
    return cast(column, Text) if isinstance(column.type, JSON) else column


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    return value


def is_binary(column: Column[Any]) -> bool:
    return isinstance(column.type, LargeBinary)
