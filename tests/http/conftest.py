"""What the tests of payments share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from certify_app.db.engine import Database
from tests.http.till import Till, open_till
from tests.people import People


@pytest.fixture
def till(db: Database, people: People, clean_environment: pytest.MonkeyPatch) -> Iterator[Till]:
    with open_till(db, people, clean_environment) as opened:
        yield opened
