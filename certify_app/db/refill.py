"""Put the rows of a snapshot into a database.

Within one transaction of the caller's, so that a database is never left half filled.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Connection, DateTime, MetaData, Table, func, select
from sqlalchemy.schema import DropTable

from certify_app.db.snapshot import is_binary

Fit = Callable[[Any], Any]
SQLITE_MOMENT = "%Y-%m-%d %H:%M:%S.%f"


def begin_refill(connection: Connection) -> None:
    """Rows may come before those they refer to, until the end of the transaction."""
    if _is_sqlite(connection):
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")


def drop_everything(connection: Connection) -> None:
    """Every table, with what is in it, and PostgreSQL's enums."""
    found = MetaData()
    found.reflect(connection)
    for table in reversed(found.sorted_tables):
        if _is_sqlite(connection):
            connection.execute(DropTable(table))
        else:
            connection.exec_driver_sql(f'DROP TABLE "{table.name}" CASCADE')
    if not _is_sqlite(connection):
        _drop_enums(connection)


def _drop_enums(connection: Connection) -> None:
    names = connection.exec_driver_sql(
        "SELECT typname FROM pg_type JOIN pg_namespace n ON n.oid = typnamespace "
        "WHERE typtype = 'e' AND nspname = current_schema()"
    ).scalars()
    for name in list(names):
        connection.exec_driver_sql(f'DROP TYPE "{name}" CASCADE')


def is_empty(connection: Connection, table: Table) -> bool:
    return connection.execute(select(table).limit(1)).first() is None


def refill(
    connection: Connection, table: Table, names: Sequence[str], rows: Iterable[list[Any]]
) -> None:
    """Fill an empty table with the rows of `snapshot.rows_of`, then its sequence.

    Raises:
        KeyError: the table has no column of that name.
    """
    columns = [table.columns[name] for name in names]
    fitting = _fitted(rows, [_fit(column, _is_sqlite(connection)) for column in columns])
    quoted = ", ".join(f'"{name}"' for name in names)
    cursor: Any = connection.connection.cursor()
    try:
        if _is_sqlite(connection):
            marks = ", ".join("?" * len(names))
            statement = f'INSERT INTO "{table.name}" ({quoted}) VALUES ({marks})'  # noqa: S608
            cursor.executemany(statement, fitting)
        else:
            # One statement, so that rows of a table may refer to later ones.
            with cursor.copy(f'COPY "{table.name}" ({quoted}) FROM STDIN') as copy:
                for row in fitting:
                    copy.write_row(row)
    finally:
        cursor.close()
    _move_sequence(connection, table)


def _move_sequence(connection: Connection, table: Table) -> None:
    if _is_sqlite(connection) or "id" not in table.columns:
        return
    highest = select(func.max(table.columns["id"])).scalar_subquery()
    sequence = func.pg_get_serial_sequence(table.name, "id")
    connection.execute(
        select(func.setval(sequence, func.coalesce(highest, 1), highest.is_not(None)))
    )


def _fitted(rows: Iterable[list[Any]], fits: list[Fit | None]) -> Iterator[list[Any]]:
    odd = [(place, fit) for place, fit in enumerate(fits) if fit]
    for row in rows:
        for place, fit in odd:
            if row[place] is not None:
                row[place] = fit(row[place])
        yield row


def _fit(column: Column[Any], sqlite: bool) -> Fit | None:
    """What a value becomes for the driver; None where it may stay."""
    if is_binary(column):
        return base64.b64decode
    if sqlite and isinstance(column.type, DateTime):
        return _sqlite_moment
    return None


def _sqlite_moment(text: str) -> str:
    return datetime.fromisoformat(text).astimezone(UTC).strftime(SQLITE_MOMENT)


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
