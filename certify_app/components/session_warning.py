"""Before the login ends: a dialog with "Stay signed in". Counted in the browser, without eval."""

from __future__ import annotations

from typing import Any

import reflex as rx
from reflex_base.vars import VarData

from certify_app.components.buttons import button
from certify_app.components.dialog import dialog
from certify_app.components.forms import plain_form
from certify_app.components.script import close_dialog
from certify_app.locales import _
from certify_app.locales.paths import localised
from certify_app.state.session_warning import SessionWarning

ID = "session-warning"
WATCH = """
useEffect(() => {
  const idle = %(idle)s * 1000, over = %(over)s * 1000, warn = 120000, key = "certify-last-seen";
  if (!idle) return;
  const loaded = Date.now(), seen = () => Math.max(loaded, Number(localStorage.getItem(key)) || 0);
  const busy = () => { if (Date.now() - seen() > 5000 && !document.getElementById("%(id)s")?.open) localStorage.setItem(key, Date.now()); };
  localStorage.setItem(key, loaded);
  let told = loaded;
  const look = () => {
    const box = document.getElementById("%(id)s"), now = Date.now();
    const left = Math.min(seen() + idle, loaded + over) - now;
    if (left <= 0) return location.assign("%(login)s?problem=ended");
    if (left <= warn && box && !box.open) box.showModal();
    if (left > warn && box?.open) box.close();
    const minutes = box?.querySelector("[data-minutes]");
    if (minutes) minutes.textContent = Math.max(1, Math.ceil(left / 60000));
    if (seen() - told > idle / 3) { told = seen(); document.getElementById("%(id)s-ping")?.click(); }
  };
  const timer = setInterval(look, 5000);
  for (const name of ["pointerdown", "keydown"]) addEventListener(name, busy, { passive: true });
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(timer);
    for (const name of ["pointerdown", "keydown"]) removeEventListener(name, busy);
    document.removeEventListener("visibilitychange", look);
  };
}, [%(idle)s, %(over)s, %(stamp)s]);
"""


class SessionClock(rx.el.Div):
    """Counts from the last key or click in any tab, and tells the server of long work."""

    idle: rx.Var[int]
    over: rx.Var[int]
    stamp: rx.Var[int]

    def add_imports(self) -> dict[str, Any]:
        return {"react": ["useEffect"]}

    def add_hooks(self) -> list[str | rx.Var[Any]]:
        parts = {"idle": self.idle, "over": self.over, "stamp": self.stamp}
        known = [part._get_all_var_data() for part in parts.values()]
        return [
            rx.Var(
                WATCH % (parts | {"id": ID, "login": localised("/login")}),
                _var_data=VarData.merge(*known),
            )
        ]

    def _exclude_props(self) -> list[str]:
        return ["idle", "over", "stamp"]


def session_warning() -> rx.Component:
    """Part of the portal's shell."""
    ping = rx.el.button(
        id=f"{ID}-ping", type="button", on_click=SessionWarning.load, hidden=True, tab_index=-1
    )
    return SessionClock.create(
        ping,
        _question(),
        idle=SessionWarning.idle_seconds,
        over=SessionWarning.over_seconds,
        stamp=SessionWarning.stamp,
        on_mount=SessionWarning.load,
        custom_attrs={
            "data-counting": rx.cond(SessionWarning.idle_seconds > 0, "yes", rx.Var("undefined"))
        },
    )


def _question() -> rx.Component:
    minutes = rx.el.span("2", custom_attrs={"data-minutes": ""})
    return dialog(
        rx.el.p(
            _(
                "You have not done anything for a while. To keep your details safe, you will be logged out in"
            ),
            " ",
            minutes,
            " ",
            _("min"),
            ".",
        ),
        id=ID,
        title=_("Are you still there?"),
        actions=[
            plain_form(button(_("Log out now"), variant="quiet", type="submit"), action="/logout"),
            button(_("Stay signed in"), on_click=[SessionWarning.stay, close_dialog(ID)]),
        ],
    )
