"""A page of somebody else's cannot act in the name of one who is logged in here."""

from __future__ import annotations

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.browser.portal import Portal

FOREIGN = ["http://evil.example", "https://localhost", "http://localhost.evil.example", "null"]


def socket_address(portal: Portal) -> str:
    return f"ws://localhost:{portal.port}/_event/?EIO=4&transport=websocket&token=x"


@pytest.mark.parametrize("origin", FOREIGN)
def test_its_websocket_is_refused(portal: Portal, origin: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        connect(socket_address(portal), origin=origin)  # type: ignore[arg-type]
    assert refused.value.response.status_code in {400, 403}


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_ours_is_accepted(portal: Portal, host: str) -> None:
    origin = f"http://{host}:{portal.port}"
    with connect(socket_address(portal), origin=origin) as live:  # type: ignore[arg-type]
        assert str(live.recv(timeout=5)).startswith("0{")


@pytest.mark.parametrize("origin", FOREIGN)
def test_it_may_not_read_our_answers(portal: Portal, origin: str) -> None:
    answer = httpx.get(f"{portal.address}/healthz", headers={"Origin": origin})
    assert "access-control-allow-origin" not in answer.headers
