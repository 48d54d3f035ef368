"""`certify serve` as a supervisor meets it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.portal import CERTIFY, Portal, build_once, free_port, served
from tests.browser.watch import Watch
from tests.waiting import wait_until

NODE_NOWHERE = "/nowhere"


def run_certify(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [CERTIFY, *arguments],
        env=os.environ | settings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_it_serves_without_node(tmp_path: Path) -> None:
    with served(tmp_path, PATH=NODE_NOWHERE) as portal:
        assert portal.log.read_text().strip().endswith(portal.address)


def test_it_ends_within_ten_seconds_while_a_page_is_open(
    tmp_path: Path, open_page: OpenPage, watch: Watch
) -> None:
    watch.expect("WebSocket connection to .* failed")
    with served(tmp_path) as portal:
        page = open_page()
        page.goto(f"{portal.address}/help")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        start = time.monotonic()
        portal.server.send_signal(signal.SIGTERM)
        portal.server.wait(timeout=10)
        assert time.monotonic() - start < 10
        page.goto("about:blank")


def test_a_taken_port_is_said_in_a_sentence(running: Portal) -> None:
    build_once()
    done = run_certify("serve", PORT=str(running.port))
    assert done.returncode == 1
    assert f"Port {running.port} on 127.0.0.1 cannot be used" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("setting", "value"),
    [("PORT", "many"), ("CERTIFY_TIMEZONE", "Mars/Base"), ("CERTIFY_PUBLIC_URL", "example.org")],
)
def test_a_wrong_setting_is_named(setting: str, value: str) -> None:
    done = run_certify("start", **{setting: value})
    assert done.returncode == 1
    assert done.stderr.startswith(f"{setting}: ")
    assert "Traceback" not in done.stderr


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[str]:
    """The address of a Redis of our own."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("redis-server is not installed: apt install redis-server")
    port = free_port()
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", ""]
    server = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL)
    wait_until(lambda: _listens(port), "Redis to answer")
    yield f"redis://127.0.0.1:{port}/0"
    server.terminate()
    server.wait(timeout=10)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_state_lives_in_redis_where_one_is_set(
    tmp_path: Path, redis: str, open_page: OpenPage
) -> None:
    from redis import Redis

    with served(tmp_path, CERTIFY_REDIS_URL=redis) as portal:
        page = open_page()
        with page.expect_websocket() as opened:
            page.goto(f"{portal.address}/help")
        opened.value.wait_for_event("framereceived")
        kept = Redis.from_url(redis)
        wait_until(lambda: bool(kept.dbsize()), "State to reach Redis")
        page.goto("about:blank")


def test_no_state_is_written_beside_the_code(running: Portal) -> None:
    written = CERTIFY.parents[2] / ".states"
    assert not written.exists() or not any(written.iterdir())
