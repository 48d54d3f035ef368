"""The gate before every event handler.

Any socket can call any public method of any State, so nothing is let through that
does not declare who may use it: every State class sets `audience` in its own body.
Reflex's own states are let through by name. Identity is the HttpOnly cookie of the
socket's handshake, looked up at every event; never the client token.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, ClassVar

import reflex as rx
from reflex.middleware.middleware import Middleware
from reflex.state import BaseState, StateUpdate
from reflex_base.event import Event
from reflex_base.registry import RegistrationContext

from certify_app.domain.accounts.models import Role
from certify_app.domain.accounts.sessions import Who
from certify_app.domain.acts import Act, may
from certify_app.domain.permissions import Audience, may_use
from certify_app.domain.second_step.required import must_set_up_second_step
from certify_app.gate.cookie import who_holds
from certify_app.gate.payload import fits
from certify_app.locales.paths import language_of, localised, without_language

if TYPE_CHECKING:
    from reflex.app import App

_STATE = "reflex___state____state"
FRAMEWORK_HANDLERS = frozenset(
    {
        f"{_STATE}.hydrate",
        f"{_STATE}.hydrate_and_load",
        f"{_STATE}.set_is_hydrated",
        f"{_STATE}.reflex___state____on_load_internal_state.on_load_internal",
        f"{_STATE}.reflex___state____on_load_internal_state.set_is_hydrated",
        f"{_STATE}.reflex___state____update_vars_internal_state.update_vars_internal",
        f"{_STATE}.reflex___state____frontend_event_exception_state.handle_frontend_exception",
    }
)
SET_UP = "/console/security"
log = logging.getLogger(__name__)
_who: ContextVar[Who | None] = ContextVar("who", default=None)


class NotLoggedIn(Exception):
    """A handler asked who acts where the gate lets nobody through."""


class Keeper(rx.State):
    """Whose data this client's state holds: the login session that filled it."""

    audience: ClassVar[Audience] = Audience.ANYONE
    _session_id: int = 0


def who() -> Who:
    """The one whose event this is.

    Raises:
        NotLoggedIn: only in a State whose audience is anyone.
    """
    if (me := _who.get()) is None:
        raise NotLoggedIn
    return me


def who_if_any() -> Who | None:
    return _who.get()


class Gate(Middleware):
    """Denies by default; see the module."""

    async def preprocess(self, app: App, state: BaseState, event: Event) -> StateUpdate | None:
        me = await who_holds(cookies(state))
        _who.set(me)
        forgotten = await _forget_others(state, me)
        if not _is_allowed(event.name, me):
            return await _refusal(state, forgotten, _refused_to(me))
        if audience_of(event.name) is Audience.STAFF and me and must_set_up_second_step(me):
            return await _refusal(state, forgotten, _set_up_page(state))
        if not fits(handler_of(event.name), event.payload):
            log.info("An event was dropped: %s was called with what it does not take", event.name)
            return StateUpdate()
        return None


def _refused_to(me: Who | None) -> str:
    if me is None:
        return "/login?problem=ended"
    return "/console" if me.role is Role.STAFF else "/"


def _is_allowed(event_name: str, me: Who | None) -> bool:
    if event_name in FRAMEWORK_HANDLERS:
        return True
    audience = audience_of(event_name)
    if audience is None or not may_use(audience, me):
        return False
    return audience is not Audience.STAFF or _may_act(event_name, me)


def _may_act(event_name: str, me: Who | None) -> bool:
    act = act_of(event_name)
    return act is not None and may(me, act)


def act_of(event_name: str) -> Act | None:
    """What a handler of a State for staff does, by the State's own body: `acts` names some
    handlers with their act, `act` is that of all others."""
    registered = RegistrationContext.get().event_handlers.get(event_name)
    if registered is None or not registered.states:
        return None
    own = registered.states[0].__dict__
    named = own.get("acts")
    acts = named if isinstance(named, dict) else {}
    found = acts.get(event_name.rpartition(".")[2], own.get("act"))
    return found if isinstance(found, Act) else None


def handler_of(event_name: str) -> Callable[..., Any]:
    handler: Callable[..., Any] = RegistrationContext.get().event_handlers[event_name].handler.fn
    return handler


def cookies(state: BaseState) -> str:
    headers = state.router_data.get("headers") or {}
    return str(headers.get("cookie") or "")


def audience_of(event_name: str) -> Audience | None:
    """Who may call a handler; None if it is unknown, undeclared or `setvar`."""
    registered = RegistrationContext.get().event_handlers.get(event_name)
    if registered is None or not registered.states or event_name.endswith(".setvar"):
        return None
    declared = registered.states[0].__dict__.get("audience")
    return declared if isinstance(declared, Audience) else None


async def _forget_others(state: BaseState, me: Who | None) -> bool:
    """Empty the state when it was filled for another login session than this one's."""
    keeper = await state.get_state(Keeper)
    session_id = me.session_id if me else 0
    if keeper._session_id == session_id:
        return False
    stale = keeper._session_id != 0
    if stale:
        for cls in our_states():
            (await state.get_state(cls)).reset()  # type: ignore[no-untyped-call]
    keeper._session_id = session_id
    return stale


def our_states() -> list[type[BaseState]]:
    """Every State class that Certify or an extension of it declares."""
    registered = RegistrationContext.get().base_states.values()
    return [cls for cls in registered if not cls.__module__.startswith("reflex")]


def _set_up_page(state: BaseState) -> str:
    """Where the second step is set up; "" on that page itself, which may ask for more."""
    path = state.router.url.path
    return "" if without_language(path) == SET_UP else localised(SET_UP, language_of(path))


async def _refusal(state: BaseState, forgotten: bool, to: str) -> StateUpdate:
    delta = await state._get_root_state()._get_resolved_delta() if forgotten else {}
    state._get_root_state()._clean()  # type: ignore[no-untyped-call]
    events = Event.from_event_type([rx.redirect(to)]) if to else []
    return StateUpdate(delta=delta, events=events)
