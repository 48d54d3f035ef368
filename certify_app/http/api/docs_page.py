"""The documentation as one page: no script, no host but ours, its style by hash."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse, Response

from certify_app.domain.api_keys.scopes import MEANING, Scope
from certify_app.http.api.openapi import MEANING as STATUSES
from certify_app.http.api.openapi import openapi
from certify_app.http.api.operation import Operation

FOLDER = Path(__file__).parents[1] / "templates"
TEMPLATES = Environment(
    loader=FileSystemLoader(FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True)
class Field:
    name: str
    kind: str
    needed: bool
    says: str


def docs(operations: Sequence[Operation]) -> Response:
    style = (FOLDER / "api_docs.css").read_text()
    document = json.loads(openapi(operations))
    by_tag = groupby(operations, key=lambda operation: operation.tag)
    page = TEMPLATES.get_template("api_docs.html").render(
        style=Markup(style),  # noqa: S704 - a file of ours
        groups=[(tag, [_shown(one, document) for one in some]) for tag, some in by_tag],
        scopes=[(scope.value, MEANING[scope]) for scope in Scope],
        statuses=STATUSES,
    )
    return HTMLResponse(page, headers=_headers(style))


def _headers(style: str) -> dict[str, str]:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src 'self'; font-src 'self'"
    return {
        "Content-Security-Policy": f"{policy}; base-uri 'none'; frame-ancestors 'none'",
        "Cache-Control": "no-cache",
        "X-Robots-Tag": "noindex",
    }


def _shown(operation: Operation, document: dict[str, Any]) -> dict[str, Any]:
    said = document["paths"][operation.path][operation.method.lower()]
    return {
        "method": operation.method,
        "path": f"/api/v1{operation.path}",
        "id": operation.name.replace("_", "-"),
        "summary": operation.summary,
        "about": operation.about,
        "scope": operation.scope.value,
        "parameters": [
            Field(p["name"], _kind(p["schema"]), p["required"], p["in"]) for p in said["parameters"]
        ],
        "takes": operation.takes if operation.body else "",
        "body": _fields(operation.body, document) if operation.body else [],
        "body_parts": _parts(operation.body, document),
        "answer_parts": _parts(operation.gives, document),
        "status": operation.status,
        "gives": operation.gives_media if operation.status != 204 else "nothing",
        "answer": _fields(operation.gives, document) if operation.gives else [],
        "problems": [s for s in said["responses"] if int(s) >= 400],
    }


def _fields(model: Any, document: dict[str, Any]) -> list[Field]:
    schema = document["components"]["schemas"].get(model.__name__)
    if schema is None:
        return []
    return _named(schema)


def _named(schema: dict[str, Any]) -> list[Field]:
    needed = schema.get("required", [])
    return [
        Field(name, _kind(one), name in needed, one.get("description", ""))
        for name, one in schema["properties"].items()
    ]


def _parts(model: Any, document: dict[str, Any]) -> list[tuple[str, list[Field]]]:
    """The models within a model, each once."""
    schemas = document["components"]["schemas"]
    waiting, found = [model.__name__ if model else ""], []
    while waiting:
        named = re.findall(r"#/components/schemas/(\w+)", json.dumps(schemas.get(waiting.pop(0))))
        new = [name for name in dict.fromkeys(named) if name not in found]
        found += new
        waiting += new
    return [(name, _named(schemas[name])) for name in found]


def _kind(schema: dict[str, Any]) -> str:
    """Such as "text", "date or null", "list of AwardItem"."""
    if "anyOf" in schema:
        return " or ".join(map(_kind, schema["anyOf"]))
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    if "const" in schema:
        return str(schema["const"])
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    named = {"string": schema.get("format", "text"), "boolean": "true or false"}
    return str(named.get(schema.get("type", ""), schema.get("type", "anything")))
