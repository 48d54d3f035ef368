"""The API does what its OpenAPI document says, whatever is sent: tried by schemathesis."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.config import SchemathesisConfig
from starlette.applications import Starlette

from certify_app.db.engine import Database, using
from certify_app.domain.api_keys.scopes import Scope
from certify_app.gate import keys
from certify_app.http.api.routes import OPERATIONS, ROUTES
from tests.databases import migrated_file
from tests.http.api.conftest import key_for
from tests.people import add_people

EXAMPLES = 12
"""Of each operation, valid and invalid ones: about forty seconds in all."""

MAY_ANSWER = ["2xx", "401", "403", "404", "409", "422"]
"""To what fits the schema: 422 says why it cannot be done, as for a date in the future."""

app = Starlette(routes=list(ROUTES))
CONFIG = SchemathesisConfig.from_dict(
    {"checks": {"positive_data_acceptance": {"expected-statuses": MAY_ANSWER}}}
)
schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, config=CONFIG)
__all__ = ["migrated_file"]


@pytest.fixture(scope="module")
def key(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    file = tmp_path_factory.mktemp("contract") / "certify.db"
    file.write_bytes(migrated_file.read_bytes())
    db = Database(f"sqlite:///{file}")
    with using(db), db.write() as session:
        add_people(session)
    with using(db), pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "MOST", 10**9)
        yield key_for(db, *Scope)
    db.close()


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_every_operation_keeps_its_word(case: schemathesis.Case, key: str) -> None:
    case.call_and_validate(headers={"Authorization": f"Bearer {key}"})


def test_the_document_describes_every_operation() -> None:
    described = {
        (method.upper(), path)
        for path, methods in schema.raw_schema["paths"].items()
        for method in methods
    }
    assert described == {(one.method, one.path) for one in OPERATIONS}
    assert schema.raw_schema["openapi"].startswith("3.1")
