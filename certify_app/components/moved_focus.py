"""A heading that takes the focus when a page turns into another without being loaded."""

from __future__ import annotations

from typing import Any

import reflex as rx
from reflex_base.vars import VarData

from certify_app.components.values import FromState


class FollowedHeading(rx.el.H2):
    """Focused whenever `moves` changes to anything but 0, so not on arrival."""

    moves: rx.Var[int]

    def add_imports(self) -> dict[str, Any]:
        return {"react": ["useEffect"]}

    def add_hooks(self) -> list[str | rx.Var[Any]]:
        code = (
            f"useEffect(() => {{ if ({self.moves!s}) "
            f'document.getElementById("{self.id}")?.focus(); }}, [{self.moves!s}]);'
        )
        return [rx.Var(code, _var_data=VarData.merge(self.moves._get_all_var_data()))]

    def _exclude_props(self) -> list[str]:
        return ["moves"]


class FollowedTitle(FollowedHeading):
    """The same as the title of the page it has become."""

    tag = "h1"


def _of_this_visit(moves: Any) -> Any:
    """What a former visit left in the State moves nothing."""
    return rx.cond(rx.State.is_hydrated, moves, 0)


def followed_heading(text: Any, moves: FromState, id: str, **props: Any) -> rx.Component:
    return FollowedHeading.create(text, moves=_of_this_visit(moves), id=id, tab_index=-1, **props)


def followed_title(text: Any, moves: FromState, id: str) -> rx.Component:
    look = "text-3xl/9 md:text-4xl/11 tracking-[-0.01em] mb-4"
    moves = _of_this_visit(moves)
    return FollowedTitle.create(text, moves=moves, id=id, tab_index=-1, class_name=look)
