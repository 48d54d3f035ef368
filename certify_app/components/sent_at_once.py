"""A form that the browser sends by itself: the way from our page to a payment page."""

from __future__ import annotations

import json
from typing import Any

import reflex as rx
from reflex_base.vars import VarData

from certify_app.components.forms import NativeForm
from certify_app.components.values import FromState


class SentAtOnce(NativeForm):
    """Sent whenever `times` grows; nothing but a POST starts a payment."""

    times: rx.Var[int]

    def add_imports(self) -> dict[str, Any]:
        return {"react": ["useEffect"]}

    def add_hooks(self) -> list[str | rx.Var[Any]]:
        code = (
            f"useEffect(() => {{ if ({self.times!s} && {self.action!s}) "
            f"document.getElementById({json.dumps(self.id)})?.submit(); }}, [{self.times!s}]);"
        )
        known = VarData.merge(self.times._get_all_var_data(), self.action._get_all_var_data())
        return [rx.Var(code, _var_data=known)]

    def _exclude_props(self) -> list[str]:
        return ["times"]


def sent_at_once(action: FromState, times: FromState, id: str, **fields: FromState) -> rx.Component:
    """`fields` are sent along by their names."""
    inputs = [rx.el.input(type="hidden", name=name, value=of) for name, of in fields.items()]
    return SentAtOnce.create(*inputs, action=action, times=times, id=id, method="post", hidden=True)
