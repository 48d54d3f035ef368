"""The app put together: pages, routes, gate, worker. Nothing else."""

import reflex as rx

from certify_app.adapters.redis_counts import count_in_redis_if_set
from certify_app.components.broken_page import error_boundary
from certify_app.components.document import STYLESHEETS, head
from certify_app.domain.documents.warm_up import warm_up
from certify_app.domain.verification.ledger import writing_down
from certify_app.gate.events import Gate
from certify_app.http.stack import wrap
from certify_app.jobs.in_process import working
from certify_app.pages import add_pages
from certify_app.pages.listed import PAGES

OVERLAY, BOUNDARY = (5, "Overlay"), (55, "ErrorBoundary")

count_in_redis_if_set()

app = rx.App(toaster=None, head_components=head(), stylesheets=STYLESHEETS)
app.app_wraps.pop(OVERLAY)  # Our shells have a banner of their own for a lost connection.
app.app_wraps[BOUNDARY] = lambda _stateful: error_boundary()
app.api_transformer = wrap(app)
app.add_middleware(Gate())
app.register_lifespan_task(working)
app.register_lifespan_task(writing_down)
app.register_lifespan_task(warm_up)
add_pages(app, PAGES)
