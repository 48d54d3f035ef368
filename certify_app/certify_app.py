"""The app put together: pages, routes, gate. Nothing else."""

import reflex as rx

from certify_app.gate.events import Gate
from certify_app.http.stack import wrap
from certify_app.pages import add_pages
from certify_app.pages.listed import PAGES

ICON = rx.el.link(rel="icon", href="/favicon.svg", type="image/svg+xml")

app = rx.App(toaster=None, head_components=[ICON])
app.api_transformer = wrap(app)
app.add_middleware(Gate())
add_pages(app, PAGES)
