"""Many rows at once, in the fastest way each driver has, with little memory.

SQLite takes them by `executemany`, PostgreSQL by COPY. Both take the values as the
driver stores them: dates in ISO form, enums by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, cast

from sqlalchemy import Table, func, select
from sqlmodel import Session, SQLModel


class RowsConflict(Exception):
    """A row breaks a rule of the database: somebody was first. Nothing is kept."""


def table_of(model: type[SQLModel]) -> Table:
    return cast(Table, model.__table__)  # type: ignore[attr-defined]


def lock_tables(session: Session, models: Sequence[type[SQLModel]]) -> None:
    """Keep other writers off until the end; readers go on.

    On SQLite a write transaction is alone already.
    """
    if _is_postgresql(session):
        names = ", ".join(table_of(model).name for model in models)
        session.connection().exec_driver_sql(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE")


def reserve_ids(session: Session, model: type[SQLModel], count: int) -> int:
    """The first of `count` ids in a row that nobody else gets. Lock the table first."""
    table = table_of(model)
    if not _is_postgresql(session):
        return int(session.scalar(select(func.coalesce(func.max(table.c.id), 0))) or 0) + 1
    sequence = session.scalar(select(func.pg_get_serial_sequence(table.name, "id")))
    first = int(session.scalar(select(func.nextval(sequence))) or 0)
    session.scalar(select(func.setval(sequence, first + max(count, 1) - 1)))
    return first


def insert_rows(
    session: Session,
    model: type[SQLModel],
    columns: Sequence[str],
    rows: Iterable[tuple[Any, ...]],
) -> None:
    """Insert rows of driver values; other columns get the model's own defaults.

    Raises:
        RowsConflict
    """
    rest, defaults = _defaults(session, model, columns)
    name, names = table_of(model).name, ", ".join((*columns, *rest))
    whole = ((*row, *defaults) for row in rows)
    with _cursor(session) as cursor:
        if _is_postgresql(session):
            with cursor.copy(f"COPY {name} ({names}) FROM STDIN") as copy:
                for row in whole:
                    copy.write_row(row)
        else:
            marks = ", ".join("?" * (len(columns) + len(rest)))
            cursor.executemany(f"INSERT INTO {name} ({names}) VALUES ({marks})", whole)  # noqa: S608


def update_rows(
    session: Session,
    model: type[SQLModel],
    columns: Sequence[str],
    rows: Iterable[tuple[Any, ...]],
) -> None:
    """Set columns of rows by id. Each row gives the values, then the id.

    A value of None leaves what is there.
    """
    mark = "%s" if _is_postgresql(session) else "?"
    sets = ", ".join(f"{column} = coalesce({mark}, {column})" for column in columns)
    statement = f"UPDATE {table_of(model).name} SET {sets} WHERE id = {mark}"  # noqa: S608
    with _cursor(session) as cursor:
        cursor.executemany(statement, rows)


@contextmanager
def _cursor(session: Session) -> Iterator[Any]:
    """The driver's own cursor, in the session's transaction."""
    connection = session.connection()
    drivers = cast(Any, connection.dialect.dbapi)
    cursor = connection.connection.cursor()
    try:
        yield cursor
    except drivers.IntegrityError as error:
        raise RowsConflict(str(error)) from None
    finally:
        cursor.close()


def _defaults(
    session: Session, model: type[SQLModel], given: Sequence[str]
) -> tuple[list[str], tuple[Any, ...]]:
    """The columns not given, with the model's defaults as the driver stores them."""
    dialect = session.get_bind().dialect
    rest = [c for c in table_of(model).columns if c.name not in {*given, "id"}]
    values = []
    for column in rest:
        field = model.model_fields[column.name]
        value = field.get_default(call_default_factory=True)
        process = column.type.dialect_impl(dialect).bind_processor(dialect)
        values.append(process(value) if process else value)
    return [column.name for column in rest], tuple(values)


def _is_postgresql(session: Session) -> bool:
    return session.get_bind().dialect.name == "postgresql"
