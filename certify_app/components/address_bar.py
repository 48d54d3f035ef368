"""Keeps what a list shows in the address, so that it can be bookmarked and reloaded."""

from __future__ import annotations

from typing import Any

import reflex as rx
from reflex_base.vars import VarData

from certify_app.components.values import FromState

FOLLOW = """
useEffect(() => {
  const now = location.pathname.replace(/\\/$/, "") + location.search;
  if (%(address)s && %(address)s !== now) history.replaceState(history.state, "", %(address)s);
}, [%(address)s]);
"""


class AddressBar(rx.el.Div):
    """The address changes in place: no page is loaded and no step is added to the history."""

    address: rx.Var[str]

    def add_imports(self) -> dict[str, Any]:
        return {"react": ["useEffect"]}

    def add_hooks(self) -> list[str | rx.Var[Any]]:
        known = VarData.merge(self.address._get_all_var_data())
        return [rx.Var(FOLLOW % {"address": self.address}, _var_data=known)]

    def _exclude_props(self) -> list[str]:
        return ["address"]


def address_bar(address: FromState) -> rx.Component:
    return AddressBar.create(address=address, hidden=True)
