"""The OpenAPI 3.1 document, made from the operations and their models."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from certify_app.http.api.operation import JSON, PDF, Operation

Mode = Literal["validation", "serialization"]
REF = "#/components/schemas/{model}"
PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "message"],
                "properties": {"field": {"type": "string"}, "message": {"type": "string"}},
            },
        },
    },
}
MEANING = {
    400: "The request does not fit the schema",
    401: "No key, or one that does not hold",
    403: "The key lacks the scope",
    404: "There is no such thing",
    409: "Something else was in the way; try again",
    413: "The body is too large",
    415: "The body is of another type",
    422: "It fits the schema and cannot be done; the errors say why",
    429: "Too many requests; wait for the seconds of Retry-After",
}
ABOUT = (
    "For the awarding body's own systems. Send a key as `Authorization: Bearer certify_…`. "
    "Lists are read page by page by their cursor. A POST with an `Idempotency-Key` is done once."
)


def openapi(operations: Sequence[Operation]) -> str:
    paths: dict[str, Any] = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _described(operation)
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "Certify", "version": version("certify"), "description": ABOUT},
            "servers": [{"url": "/api/v1"}],
            "security": [{"key": []}],
            "tags": [{"name": tag} for tag in dict.fromkeys(o.tag for o in operations)],
            "paths": paths,
            "components": {
                "schemas": {**_schemas(operations), "Problem": PROBLEM},
                "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            },
        },
        ensure_ascii=False,
    )


def _schemas(operations: Sequence[Operation]) -> dict[str, Any]:
    models: list[tuple[type[BaseModel], Mode]] = []
    for operation in operations:
        if operation.body and operation.takes == JSON:
            models.append((operation.body, "validation"))
        if operation.gives:
            models.append((operation.gives, "serialization"))
    _, found = models_json_schema(models, ref_template=REF)
    schemas: dict[str, Any] = found["$defs"]
    return schemas


def _described(operation: Operation) -> dict[str, Any]:
    said: dict[str, Any] = {
        "operationId": operation.name,
        "tags": [operation.tag],
        "summary": operation.summary,
        "description": f"{operation.about} Needs the scope `{operation.scope.value}`.".strip(),
        "parameters": [*_in_path(operation), *_in_query(operation), *_in_header(operation)],
        "responses": _responses(operation),
    }
    if operation.body:
        schema = _reference(operation.body) if operation.takes == JSON else {"type": "string"}
        said["requestBody"] = {"required": True, "content": {operation.takes: {"schema": schema}}}
    return said


def _reference(model: type[BaseModel]) -> dict[str, str]:
    return {"$ref": REF.format(model=model.__name__)}


def _in_path(operation: Operation) -> Iterator[dict[str, Any]]:
    for name in re.findall(r"{(\w+)}", operation.path):
        schema = {"type": "string", "minLength": 1, "maxLength": 60}
        yield {"name": name, "in": "path", "required": True, "schema": schema}


def _in_query(operation: Operation) -> Iterator[dict[str, Any]]:
    if operation.query is None:
        return
    schema = operation.query.model_json_schema()
    needed = schema.get("required", ())
    for name, one in schema["properties"].items():
        yield {"name": name, "in": "query", "required": name in needed, "schema": one}


def _in_header(operation: Operation) -> Iterator[dict[str, Any]]:
    if operation.may_be_sent_again:
        schema = {"type": "string", "pattern": "^[A-Za-z0-9_.:-]{1,200}$"}
        yield {"name": "Idempotency-Key", "in": "header", "required": False, "schema": schema}


def _responses(operation: Operation) -> dict[str, Any]:
    good = {"description": operation.summary} | _content(operation)
    found: dict[str, Any] = {str(status): good for status in (operation.status, *operation.also)}
    for status in _problems(operation):
        content = {"application/problem+json": {"schema": {"$ref": REF.format(model="Problem")}}}
        found[str(status)] = {"description": MEANING[status], "content": content}
    return found


def _content(operation: Operation) -> dict[str, Any]:
    if operation.gives:
        return {"content": {operation.gives_media: {"schema": _reference(operation.gives)}}}
    if operation.status == 204:
        return {}
    text = {"type": "string"} | ({"format": "binary"} if operation.gives_media == PDF else {})
    return {"content": {operation.gives_media: {"schema": text}}}


def _problems(operation: Operation) -> list[int]:
    """Those of every operation, and its own."""
    found = {400, 401, 403, 429, *operation.problems}
    if operation.body:
        found |= {413, 415}
    if operation.may_be_sent_again:
        found |= {409, 422}
    if operation.query and "cursor" in operation.query.model_fields:
        found.add(422)
    return sorted(found)
