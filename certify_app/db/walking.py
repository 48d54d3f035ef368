"""Reading along an index that has the wanted order, instead of sorting what was found."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlmodel import Session


def avoid_sorting(session: Session) -> None:
    """For a page of what is known to match many rows; until the transaction ends.

    PostgreSQL guesses few where a condition hides its column, and reads the whole table, by
    several processes, to sort them. SQLite walks by itself.
    """
    if session.get_bind().dialect.name == "postgresql":
        alone = func.set_config("max_parallel_workers_per_gather", "0", True)
        session.execute(select(func.set_config("enable_sort", "off", True), alone))
