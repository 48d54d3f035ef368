"""A request with an Idempotency-Key is done once; sent again it gets the very same answer."""

from __future__ import annotations

import re
from dataclasses import replace

from certify_app.db.engine import write
from certify_app.domain.api_replies.keep_reply import Kept, forget_reply, keep_reply, reserve_reply
from certify_app.domain.errors import DomainError
from certify_app.http.api import faults
from certify_app.http.api.operation import Call, Operation, Reply

KEY = re.compile(r"[A-Za-z0-9_.:-]{1,200}")


class BadKey(Exception):
    """An Idempotency-Key with something else in it than a key has."""


async def once(
    api_key_id: int, key: str | None, fingerprint: str, operation: Operation, call: Call
) -> Reply:
    """
    Raises:
        BadKey, OtherRequest, StillAtWork
        DomainError: without a key, as the operation raises it.
    """
    if key is None:
        return await operation.answer(call)
    if not KEY.fullmatch(key):
        raise BadKey
    there = await write(reserve_reply, api_key_id, key, fingerprint)
    if there:
        again = {"Idempotency-Replayed": "true"}
        return Reply(there.body, there.media_type, there.status, again)
    try:
        reply = await _answered(operation, call)
    except BaseException:
        await write(forget_reply, api_key_id, key)
        raise
    kept = Kept(reply.status, reply.media, reply.content)
    await write(keep_reply, api_key_id, key, kept)
    return replace(reply, headers={**reply.headers, "Idempotency-Replayed": "false"})


async def _answered(operation: Operation, call: Call) -> Reply:
    """A refusal is an answer too, and the same when it is asked again."""
    try:
        return await operation.answer(call)
    except DomainError as error:
        refused = faults.of_domain(error)
        if refused.status_code == 409:
            raise
        return Reply(bytes(refused.body), refused.media_type or "", refused.status_code)
