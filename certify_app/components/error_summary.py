"""What is wrong with a form, on top of it: it takes the focus and leads to the fields."""

from __future__ import annotations

import json
from typing import Any

import reflex as rx
from reflex_base.vars import VarData

from certify_app.components.links import jump
from certify_app.components.values import FromState
from certify_app.locales import _

WATCH = """
useEffect(() => {
  const box = document.getElementById(%(id)s);
  const sent = () => box?.setAttribute("data-sent", "");
  document.addEventListener("submit", sent, true);
  return () => document.removeEventListener("submit", sent, true);
}, []);
useEffect(() => {
  const box = document.getElementById(%(id)s), wrong = box && box.childElementCount > 0;
  const title = document.title.replace(%(prefix)s, "");
  document.title = wrong ? %(prefix)s + title : title;
  const typing = document.activeElement?.matches("input, select, textarea");
  if (wrong && (box.hasAttribute("data-sent") || !typing)) box.focus();
  return () => { document.title = document.title.replace(%(prefix)s, ""); };
}, [%(watches)s]);
"""


class FocusedBox(rx.el.Div):
    """Takes the focus, and puts "Error: " before the page's title, whenever what it
    watches changes and it is shown.

    An error that comes with a page leaves the focus to who is in a field already: what
    they type would go nowhere.
    """

    watches: rx.Var[Any]

    def add_imports(self) -> dict[str, Any]:
        return {"react": ["useEffect"]}

    def add_hooks(self) -> list[str | rx.Var[Any]]:
        prefix = json.dumps(_("Error:") + " ")
        code = WATCH % {"id": json.dumps(self.id), "watches": self.watches, "prefix": prefix}
        return [rx.Var(code, _var_data=VarData.merge(self.watches._get_all_var_data()))]

    def _exclude_props(self) -> list[str]:
        return ["watches"]


def error_summary(errors: FromState, id: str = "problems", title: Any = None) -> rx.Component:
    """Shows when `errors` (sentence by field id) holds anything.

    The key "" is for what belongs to no field: a sentence without a link.
    """
    inside = rx.el.div(
        rx.el.h2(title or _("There is a problem"), class_name="serif text-xl/7 mb-1"),
        rx.el.ul(rx.foreach(errors, _line), class_name="flex flex-col gap-1"),
        class_name="rounded-field border border-line border-l-4 border-l-danger bg-danger-tint px-5 py-4 mb-6",
    )
    return FocusedBox.create(
        rx.cond(errors.length() > 0, inside, rx.fragment()),
        id=id,
        watches=errors,
        role="alert",
        tab_index=-1,
        class_name="rounded-field",
    )


def _line(item: Any) -> rx.Component:
    sentence = rx.el.span(item[1], class_name="font-semibold text-danger")
    link = jump(
        item[1],
        to=item[0].to(str),
        class_name="font-semibold text-danger underline underline-offset-[3px] hover:decoration-2",
    )
    return rx.el.li(rx.cond(item[0] == "", sentence, link), key=item[0])
