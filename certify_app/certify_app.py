"""The app put together: pages, routes, gate. Nothing else."""

import reflex as rx

from certify_app.gate.events import Gate
from certify_app.http.stack import wrap
from certify_app.pages import add_pages
from certify_app.pages.listed import PAGES

app = rx.App(toaster=None)
app.api_transformer = wrap(app)
app.add_middleware(Gate())
add_pages(app, PAGES)
