"""A form that the browser sends by itself: the way from our page to a payment page."""

from __future__ import annotations

import json
from typing import Any

import reflex as rx
from reflex_base.vars import VarData

from certify_app.components.forms import NativeForm
from certify_app.components.values import FromState

SEND = """
useEffect(() => {
  const sent = `sent ${%(action)s} ${%(moment)s}`;
  if (!%(action)s || !%(moment)s || sessionStorage.getItem(sent)) return;
  sessionStorage.setItem(sent, "1");
  document.getElementById(%(id)s)?.submit();
}, [%(moment)s]);
"""


class SentAtOnce(NativeForm):
    """Sent once for each `moment`; nothing but a POST starts a payment.

    A tab that comes back finds the State as it left it, and must not send it again.
    """

    moment: rx.Var[int]

    def add_imports(self) -> dict[str, Any]:
        return {"react": ["useEffect"]}

    def add_hooks(self) -> list[str | rx.Var[Any]]:
        values = {"action": self.action, "moment": self.moment, "id": json.dumps(self.id)}
        known = VarData.merge(self.moment._get_all_var_data(), self.action._get_all_var_data())
        return [rx.Var(SEND % values, _var_data=known)]

    def _exclude_props(self) -> list[str]:
        return ["moment"]


def sent_at_once(
    action: FromState, moment: FromState, id: str, **fields: FromState
) -> rx.Component:
    """`fields` are sent along by their names."""
    inputs = [rx.el.input(type="hidden", name=name, value=of) for name, of in fields.items()]
    return SentAtOnce.create(
        *inputs, action=action, moment=moment, id=id, method="post", hidden=True
    )
