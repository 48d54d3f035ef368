"""The documentation: a page that needs nothing from elsewhere, of every operation."""

from __future__ import annotations

import base64
import hashlib
import re

from starlette.applications import Starlette
from starlette.testclient import TestClient

from certify_app.http.api.routes import OPERATIONS, ROUTES


def test_the_page_tells_of_every_operation_and_asks_no_other_host() -> None:
    answer = TestClient(Starlette(routes=list(ROUTES))).get("/api/v1/docs")
    page = answer.text
    for operation in OPERATIONS:
        assert f"/api/v1{operation.path}" in page
        assert operation.scope.value in page
    assert "<script" not in page
    assert "enrolment_number" in page
    assert re.findall(r'(?:src|href)="(?:https?:)?//', page) == []
    assert re.findall(r"url\(\"(?!/fonts/)", page) == []


def test_its_policy_allows_its_own_style_alone() -> None:
    answer = TestClient(Starlette(routes=list(ROUTES))).get("/api/v1/docs")
    (style,) = re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = answer.headers["content-security-policy"]
    assert f"style-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
