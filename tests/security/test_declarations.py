"""What the gate stands on: declarations, the list of Reflex's handlers, and its version."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from certify_app.domain.permissions import Audience
from certify_app.gate.events import FRAMEWORK_HANDLERS
from tests.security.gated_portal import Gated

REFLEX = "0.10.1"
NEVER = "setvar"


def of_reflex(portal: Gated) -> list[dict[str, Any]]:
    return [h for h in portal.offers["handlers"] if h["module"].startswith("reflex.")]


def test_every_state_says_in_its_own_body_who_may_use_it(portal: Gated) -> None:
    silent = [
        state["name"]
        for state in portal.offers["states"]
        if state["audience"] not in set(Audience)
        and not state["module"].startswith(("reflex.", "tests."))
    ]
    assert silent == []


def test_the_list_of_reflex_s_handlers_is_exactly_what_this_reflex_has() -> None:
    assert version("reflex") == REFLEX, "read gate/events.py and client_token.py again first"


def test_every_handler_of_reflex_is_listed_or_is_setvar(portal: Gated) -> None:
    there = {h["name"] for h in of_reflex(portal) if not h["name"].endswith(f".{NEVER}")}
    assert there == FRAMEWORK_HANDLERS


def test_reflex_s_states_are_where_the_list_was_made_from(portal: Gated) -> None:
    states = {s["name"].split(".")[-1] for s in portal.offers["states"]}
    states -= {s for s in states if s.startswith(("certify_app", "tests"))}
    assert states == {
        "reflex___state____state",
        "reflex___state____frontend_event_exception_state",
        "reflex___state____update_vars_internal_state",
        "reflex___state____on_load_internal_state",
        "reflex___istate___shared____shared_state_base_internal",
    }


def test_every_handler_for_staff_and_every_route_of_the_console_names_its_act(
    portal: Gated,
) -> None:
    everything = [*portal.offers["handlers"], *portal.offers["routes"]]
    silent = [
        one.get("name") or one["path"]
        for one in everything
        if one["audience"] == Audience.STAFF
        and not one["act"]
        and not str(one.get("name", "")).endswith(f".{NEVER}")
    ]
    assert silent == []
