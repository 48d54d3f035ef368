"""A private temporary database that holds a file's rows and the plan made from them.

SQLite keeps it in an unnamed file that is gone with the process, so no learner's
data stays behind and memory stays small however many rows there are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from certify_app.domain.imports.check_award import AwardRow
from certify_app.domain.imports.problems import Problem

BATCH = 1_000
ROW_COLUMNS = ", ".join(AwardRow._fields)

_SCHEMA = f"""
    CREATE TABLE problem (line INTEGER, header TEXT, value TEXT, sentence TEXT);
    CREATE TABLE row ({ROW_COLUMNS.replace("line,", "line INTEGER PRIMARY KEY,", 1)});
    CREATE TABLE person (
        number_key TEXT PRIMARY KEY, line INTEGER, number, first_name, middle_name,
        last_name, first_key, last_key, date_of_birth, email, organisation
    ) WITHOUT ROWID;
    CREATE TABLE known_learner (
        number_key TEXT PRIMARY KEY, learner_id INTEGER
    ) WITHOUT ROWID;
    CREATE TABLE new_learner (n INTEGER PRIMARY KEY, number_key TEXT UNIQUE);
    CREATE TABLE learner_change (
        id INTEGER PRIMARY KEY, first_name, middle_name, last_name, first_key,
        last_key, date_of_birth, email, organisation
    );
    CREATE TABLE award (n INTEGER PRIMARY KEY, line INTEGER, reference TEXT);
    CREATE TABLE award_change (
        id INTEGER PRIMARY KEY, award_date, expiry_date, grade, organisation
    );
    CREATE TABLE known_award (line INTEGER PRIMARY KEY, reference TEXT, changed INTEGER);
    CREATE TABLE document (n INTEGER, kind, reference, download_limit, print_limit);
    CREATE TABLE badge (n INTEGER, reference);
    CREATE TABLE organisation_id (path TEXT PRIMARY KEY, id INTEGER);
    CREATE TABLE qualification_id (code TEXT PRIMARY KEY, id INTEGER);
"""
_AFTER_LOADING = """
    CREATE INDEX row_person ON row (number_key, line);
    CREATE INDEX row_reference ON row (reference) WHERE reference <> '';
    CREATE INDEX row_award ON row (number_key, code, award_date);
"""


class Staging:
    """`sql` is for the modules of this package alone."""

    def __init__(self) -> None:
        self.sql = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-8000"):
            self.sql.execute(f"PRAGMA {pragma}")
        self.sql.executescript(_SCHEMA)
        self.sql.execute("BEGIN")

    def add_rows(self, rows: Iterable[AwardRow]) -> None:
        self.fill("row", len(AwardRow._fields), rows)

    def rows_are_loaded(self) -> None:
        """Call once, before rows are looked up."""
        for statement in filter(str.strip, _AFTER_LOADING.split(";")):
            self.sql.execute(statement)

    def fill(self, table: str, width: int, rows: Iterable[tuple[Any, ...]]) -> None:
        """Replaces rows with the same primary key."""
        marks = ", ".join("?" * width)
        # Tables are named by this package, never by a file.
        self.sql.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", rows)  # noqa: S608

    def refuse(self, problems: Iterable[Problem]) -> None:
        self.sql.executemany(
            "INSERT INTO problem VALUES (?, ?, ?, ?)",
            ((p.line, p.column, p.value, p.sentence) for p in problems),
        )

    def drop_refused(self) -> None:
        """Take out every row that has a problem."""
        self.sql.execute("DELETE FROM row WHERE line IN (SELECT line FROM problem)")

    def problems(self, most: int = -1) -> Iterator[Problem]:
        found = self.sql.execute("SELECT * FROM problem ORDER BY line, rowid LIMIT ?", (most,))
        return (Problem(*row) for row in found)

    def count(self, table: str) -> int:
        return int(self.value(f"SELECT count(*) FROM {table}"))  # noqa: S608

    def value(self, query: str) -> Any:
        return self.sql.execute(query).fetchone()[0]

    def organisations(self) -> list[str]:
        found = self.sql.execute("SELECT DISTINCT organisation FROM row WHERE organisation <> ''")
        return [path for (path,) in found]

    def batches(self, query: str, size: int = BATCH) -> Iterator[list[tuple[Any, ...]]]:
        """The rows of a query, which must not change what it reads."""
        cursor = self.sql.execute(query)
        while batch := cursor.fetchmany(size):
            yield batch


@contextmanager
def staging() -> Iterator[Staging]:
    stage = Staging()
    try:
        yield stage
    finally:
        stage.sql.close()
