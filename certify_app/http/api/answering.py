"""From a request to an operation's answer: its shape checked, its errors told."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError
from starlette.convertors import PathConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import Response

from certify_app.domain.api_keys.queries import Machine
from certify_app.domain.errors import DomainError
from certify_app.gate.keys import KeyedRoute, keyed
from certify_app.gate.problem_json import NO_STORE, problem
from certify_app.http.api import faults
from certify_app.http.api.operation import JSON, Call, Operation, Reply
from certify_app.http.api.sent_again import BadKey, once

PREFIX = "/api/v1"
log = logging.getLogger("certify.api")


def route_of(operations: Sequence[Operation]) -> KeyedRoute:
    """One route for the operations of one path."""
    by_method = {operation.method: operation for operation in operations}
    scopes = {method: operation.scope for method, operation in by_method.items()}

    async def endpoint(request: Request, machine: Machine) -> Response:
        method = "GET" if request.method == "HEAD" else request.method
        return await respond(by_method[method], request, machine)

    return keyed(PREFIX + _with_slashes(operations[0].path), endpoint, scopes)


class Anything(PathConvertor):
    """Codes and references hold slashes, and what is sent may hold line breaks."""

    regex = r"[\s\S]*"


register_url_convertor("anything", Anything())


def _with_slashes(path: str) -> str:
    return path.replace("}", ":anything}")


async def respond(operation: Operation, request: Request, machine: Machine) -> Response:
    body = await _read(request, operation.most_bytes)
    if body is None:
        return problem(413, f"At most {operation.most_bytes:,} bytes may be sent here.")
    if operation.body and not _is_of(request, operation.takes):
        return problem(415, f"Send {operation.takes}.")
    try:
        call = _call(operation, request, machine, body)
        if not operation.may_be_sent_again:
            return _response(await operation.answer(call))
        said = hashlib.sha256(f"{request.method} {request.url.path}\n".encode() + body).hexdigest()
        key = request.headers.get("idempotency-key")
        return _response(await once(machine.key_id, key, said, operation, call))
    except ValidationError as error:
        return faults.of_shape(error)
    except BadKey:
        return problem(400, "An Idempotency-Key has 1 to 200 letters, digits and - _ . :")
    except DomainError as error:
        return faults.of_domain(error)
    except Exception:
        log.exception("the API failed at %s", operation.name)
        return problem(500, "It is our fault, not yours. Send it again.")


def _call(operation: Operation, request: Request, machine: Machine, body: bytes) -> Call:
    """
    Raises:
        ValidationError
    """
    path = {name: str(value)[:200] for name, value in request.path_params.items()}
    return Call(
        machine=machine,
        path=path,
        query=_fitted(operation.query or _Nothing, request.query_params.multi_items()),
        body=_body(operation, body),
    )


class _Nothing(BaseModel, extra="forbid"):
    """No parameters."""


def _fitted(model: type[BaseModel], items: Sequence[tuple[str, str]]) -> BaseModel:
    """A parameter given twice is a list, which fits none of ours."""
    values: dict[str, Any] = {}
    for name, value in items:
        values[name] = [values[name], value] if name in values else value
    return model.model_validate(values)


def _body(operation: Operation, body: bytes) -> Any:
    if operation.body is None:
        return None
    if operation.takes == JSON:
        return operation.body.model_validate_json(body)
    return operation.body.model_validate({"text": body.decode("utf-8-sig", "replace")})


def _is_of(request: Request, media: str) -> bool:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower() == media


async def _read(request: Request, most: int) -> bytes | None:
    """None for more than that."""
    parts, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > most:
            return None
        parts.append(chunk)
    return b"".join(parts)


def _response(reply: Reply) -> Response:
    headers: Mapping[str, str] = NO_STORE | dict(reply.headers)
    return Response(reply.content, reply.status, headers, reply.media)
