from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.security.gated_portal import Gated, gated


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gated]:
    with gated(tmp_path_factory.mktemp("gated")) as portal:
        yield portal
