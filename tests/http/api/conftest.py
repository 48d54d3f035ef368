from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from certify_app.db.engine import Database
from certify_app.domain.api_keys.create_key import create_key
from certify_app.domain.api_keys.scopes import Scope
from certify_app.http.api.routes import ROUTES
from tests.people import People


def client(key: str) -> TestClient:
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    app = Starlette(routes=list(ROUTES))
    return TestClient(app, base_url="http://localhost:8000/api/v1", headers=headers)


def key_for(db: Database, *scopes: Scope) -> str:
    with db.write() as session:
        return create_key(session, "Records", list(scopes)).text


@pytest.fixture
def api(db: Database, people: People) -> Iterator[TestClient]:
    """With a key that may do everything."""
    with client(key_for(db, *Scope)) as opened:
        yield opened
