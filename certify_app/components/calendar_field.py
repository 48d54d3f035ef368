"""A day, typed as dd/mm/yyyy or chosen from a calendar that works by keyboard.

The calendar follows the ARIA practice for date pickers: arrows go by day and week, Home
and End to the ends of a week, Page Up and Page Down by month, with Shift by year.
"""

from __future__ import annotations

from typing import Any

import reflex as rx
from babel.dates import get_day_names, get_month_names

from certify_app.components.fields import BOX, Errors, Label, error_of, frame, marks
from certify_app.components.icons import icon
from certify_app.components.values import FromState
from certify_app.locales import _
from certify_app.locales.dates import babel_locale

CODE = r"""
const calendarDay = (text) => {
  const found = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s*$/.exec(text) || [];
  const day = new Date(+found[3], found[2] - 1, +found[1]);
  return day.getMonth() === found[2] - 1 ? day : null;
};
const calendarMoved = (day, days, months = 0) => {
  if (!months) return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days);
  const longest = new Date(day.getFullYear(), day.getMonth() + months + 1, 0).getDate();
  return new Date(day.getFullYear(), day.getMonth() + months, Math.min(day.getDate(), longest));
};
const calendarKeys = (key, shift, day) => {
  const weekday = (day.getDay() + 6) % 7;
  switch (key) {
    case "ArrowLeft": return calendarMoved(day, -1);
    case "ArrowRight": return calendarMoved(day, 1);
    case "ArrowUp": return calendarMoved(day, -7);
    case "ArrowDown": return calendarMoved(day, 7);
    case "Home": return calendarMoved(day, -weekday);
    case "End": return calendarMoved(day, 6 - weekday);
    case "PageUp": return calendarMoved(day, 0, shift ? -12 : -1);
    case "PageDown": return calendarMoved(day, 0, shift ? 12 : 1);
  }
};
function CalendarPicker({ field, words, first, last, children }) {
  const h = createElement, box = useRef(null), [at, setAt] = useState(null);
  const two = (n) => String(n).padStart(2, "0");
  const iso = (d) => `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
  const allowed = (d) => (!first || iso(d) >= first) && (!last || iso(d) <= last);
  const chosen = () => calendarDay(document.getElementById(field)?.value ?? "");
  const focusDay = useRef(false);
  useEffect(() => {
    if (at && focusDay.current) box.current.querySelector("[tabindex='0']")?.focus();
  }, [at]);
  const go = (day, focus) => { focusDay.current = focus; setAt(day); };
  const open = (e) => {
    const by = e.currentTarget.getBoundingClientRect(), page = document.documentElement;
    box.current.style.top = Math.max(8, Math.min(by.bottom + 6, innerHeight - 400)) + "px";
    box.current.style.left = Math.max(8, Math.min(by.right - 328, page.clientWidth - 336)) + "px";
    box.current.showPopover();
    go(chosen() ?? new Date(), true);
  };
  const choose = (day) => {
    if (!allowed(day)) return;
    const input = document.getElementById(field);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(
      input, `${two(day.getDate())}/${two(day.getMonth() + 1)}/${day.getFullYear()}`);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    box.current.hidePopover();
  };
  const onKeyDown = (e) => {
    const to = calendarKeys(e.key, e.shiftKey, at);
    if (to) { e.preventDefault(); go(to, true); }
  };
  const step = (name, sign, months) => h("button", {
    type: "button", "aria-label": name, onClick: () => go(calendarMoved(at, 0, months), false),
    className: "grid place-items-center size-10 rounded-field text-brand-text hover:bg-brand-tint",
  }, h("span", { "aria-hidden": "true", className: "text-xl/5" }, sign));
  const cell = (day) => {
    const here = iso(day) === iso(at), picked = chosen() && iso(chosen()) === iso(day);
    const other = day.getMonth() !== at.getMonth();
    return h("td", { key: iso(day), role: "gridcell", "aria-selected": picked ? "true" : "false", className: "p-0" },
      h("button", {
        type: "button", tabIndex: here ? 0 : -1, onClick: () => choose(day),
        "aria-disabled": allowed(day) ? undefined : "true",
        "aria-label": `${day.getDate()} ${words.months[day.getMonth()]} ${day.getFullYear()}`,
        className: "size-10 rounded-field text-note hover:bg-brand-tint aria-disabled:line-through aria-disabled:text-muted "
          + (picked ? "bg-brand text-on-brand font-semibold hover:bg-brand" : other ? "text-muted" : "text-ink"),
      }, day.getDate()));
  };
  const grid = () => {
    const begin = new Date(at.getFullYear(), at.getMonth(), 1);
    const start = calendarMoved(begin, -((begin.getDay() + 6) % 7));
    const weeks = [0, 1, 2, 3, 4, 5].map((w) => [0, 1, 2, 3, 4, 5, 6].map((d) => calendarMoved(start, 7 * w + d)))
      .filter((week) => week.some((d) => d.getMonth() === at.getMonth()));
    return h("table", { role: "grid", "aria-labelledby": `${field}-month`, onKeyDown, className: "mx-auto" },
      h("thead", null, h("tr", null, words.days.map(([short, long]) =>
        h("th", { key: long, scope: "col", abbr: long, className: "size-10 text-caption font-semibold text-muted" }, short)))),
      h("tbody", null, weeks.map((week) => h("tr", { key: iso(week[0]) }, week.map(cell)))));
  };
  const head = () => h("div", { className: "flex items-center justify-between gap-2 mb-1" },
    step(words.previous, "‹", -1),
    h("p", { id: `${field}-month`, "aria-live": "polite", className: "font-semibold text-ink" },
      `${words.months[at.getMonth()]} ${at.getFullYear()}`),
    step(words.next, "›", 1));
  return h(Fragment, null,
    h("button", {
      type: "button", "aria-label": words.open, "aria-haspopup": "dialog", onClick: open,
      className: "absolute right-1 top-1/2 -translate-y-1/2 grid place-items-center size-10 rounded-md text-brand-text hover:bg-brand-tint",
    }, children),
    h("div", { ref: box, popover: "auto", role: "dialog", "aria-label": words.open,
      className: "popover w-[20.5rem] p-3!" }, at && head(), at && grid()));
}
"""


class CalendarPicker(rx.Component):
    """The button in the field and the calendar it opens; written out in the page itself."""

    tag = "CalendarPicker"

    field: rx.Var[str]
    words: rx.Var[dict[str, Any]]
    first: rx.Var[str]
    last: rx.Var[str]

    def add_imports(self) -> dict[str, Any]:
        return {"react": ["createElement", "Fragment", "useEffect", "useRef", "useState"]}

    def add_custom_code(self) -> list[str]:
        return [CODE]


def calendar_field(
    name: str,
    label: Label,
    hint: Label | None = None,
    errors: Errors = None,
    optional: bool = False,
    id: str | None = None,
    first: FromState = "",
    last: FromState = "",
    **props: Any,
) -> rx.Component:
    """`first` and `last` are the days that may be chosen, as yyyy-mm-dd."""
    id, error = id or name, error_of(name, errors)
    box = rx.el.input(
        id=id,
        name=name,
        type="text",
        placeholder=_("dd/mm/yyyy"),
        input_mode="numeric",
        auto_complete="off",
        class_name=f"{BOX} pr-12 tabular-nums",
        **marks(id, hint, error),
        **props,
    )
    picker = CalendarPicker.create(
        icon("calendar-days", 20), field=id, words=_words(), first=first, last=last
    )
    control = rx.el.div(box, picker, class_name="relative max-w-56")
    return frame(id, label, control, hint, error, optional)


def _words() -> dict[str, Any]:
    locale = babel_locale()
    short, wide = get_day_names("short", locale=locale), get_day_names("wide", locale=locale)
    return {
        "open": _("Choose a date from a calendar"),
        "previous": _("Previous month"),
        "next": _("Next month"),
        "months": [get_month_names("wide", locale=locale)[n] for n in range(1, 13)],
        "days": [[short[n], wide[n]] for n in range(7)],
    }
