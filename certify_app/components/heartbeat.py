"""Asks again whether a page may still be shown: now and then, at each click, on return."""

from __future__ import annotations

from typing import Any

import reflex as rx

SECONDS = 15
BUTTON = "heartbeat"
WATCH = """
useEffect(() => {
  let last = Date.now();
  const ask = () => {
    if (document.hidden || Date.now() - last < 1000) return;
    last = Date.now();
    document.getElementById("%(id)s")?.click();
  };
  const timer = setInterval(ask, %(every)s);
  for (const name of ["pointerdown", "keydown"]) addEventListener(name, ask, { passive: true });
  document.addEventListener("visibilitychange", ask);
  return () => {
    clearInterval(timer);
    for (const name of ["pointerdown", "keydown"]) removeEventListener(name, ask);
    document.removeEventListener("visibilitychange", ask);
  };
}, []);
"""


class Heartbeat(rx.el.Div):
    """A hidden button that is pressed by itself."""

    def add_imports(self) -> dict[str, Any]:
        return {"react": ["useEffect"]}

    def add_hooks(self) -> list[str | rx.Var[Any]]:
        return [WATCH % {"id": BUTTON, "every": SECONDS * 1000}]


def heartbeat(on_beat: Any) -> rx.Component:
    """`on_beat` is a handler that looks whether all still holds."""
    ask = rx.el.button(id=BUTTON, type="button", on_click=on_beat, tab_index=-1)
    return Heartbeat.create(ask, hidden=True)
