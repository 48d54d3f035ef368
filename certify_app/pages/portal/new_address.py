"""The dialog "Address details" of the checkout (guide 5.2.4, step 4)."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button, submit
from certify_app.components.dialog import dialog
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import select_field, text_area, text_field
from certify_app.components.forms import form
from certify_app.components.values import FromState
from certify_app.locales import _
from certify_app.state.portal.new_address import NewAddress

ID = "new-address"
NEW: FromState = NewAddress
ERRORS = NEW.errors


def new_address() -> rx.Component:
    return dialog(
        form(
            error_summary(ERRORS, id="address-problems"),
            rx.el.div(
                text_field(
                    "first_name",
                    _("First Name"),
                    errors=ERRORS,
                    auto_complete="given-name",
                    max_length=100,
                ),
                text_field(
                    "last_name",
                    _("Last Name"),
                    errors=ERRORS,
                    auto_complete="family-name",
                    max_length=100,
                ),
                class_name="grid gap-x-4 sm:grid-cols-2",
            ),
            text_area(
                "lines",
                _("Address"),
                errors=ERRORS,
                rows=2,
                auto_complete="street-address",
                max_length=300,
            ),
            _by_country(),
            _country(),
            rx.el.div(
                button(_("Cancel"), variant="secondary", on_click=NEW.close),
                submit(_("Add")),
                class_name="flex justify-end gap-3 border-t border-line pt-4 mt-6",
            ),
            key=NEW.forms.to_string(),
            on_submit=NEW.add,
        ),
        id=ID,
        title=_("Address details"),
        opened=NEW.opened,
        on_close=NEW.close,
    )


def _by_country() -> rx.Component:
    """Hidden where the country has no such field; what was typed stays."""
    area = rx.cond(
        NEW.areas.length() > 0,
        select_field(
            "area_choice", _("Region"), NEW.areas, errors=ERRORS, empty=_("Choose a region")
        ),
        text_field(
            "area",
            _label("area", _("Region")),
            errors=ERRORS,
            auto_complete="address-level1",
            max_length=100,
        ),
    )
    return rx.el.div(
        _only(
            "city",
            text_field(
                "city",
                _label("city", _("City")),
                errors=ERRORS,
                auto_complete="address-level2",
                max_length=100,
            ),
        ),
        _only(
            "postcode",
            text_field(
                "postcode",
                _label("postcode", _("Postcode")),
                errors=ERRORS,
                auto_complete="postal-code",
                max_length=20,
            ),
        ),
        _only("area", area),
        class_name="grid gap-x-4 sm:grid-cols-2",
    )


def _country() -> rx.Component:
    return select_field(
        "country",
        _("Country"),
        NEW.countries,
        errors=ERRORS,
        value=NEW.country,
        on_change=NEW.hear_country,
        auto_complete="country",
    )


def _only(field: str, shown: rx.Component) -> rx.Component:
    return rx.el.div(shown, hidden=~NEW.shown[field].to(bool))


def _label(field: str, words: str) -> Any:
    return rx.cond(NEW.needs[field].to(bool), words, words + " " + _("(optional)"))
