"""Every HTTP route that is not a page, in one list. To add one: add its module's ROUTES."""

from certify_app.gate.routes import GuardedRoute
from certify_app.http import brand, demo_mailbox, health, login, mail_links, verify

ROUTES: list[GuardedRoute] = [
    *brand.ROUTES,
    *demo_mailbox.ROUTES,
    *health.ROUTES,
    *login.ROUTES,
    *mail_links.ROUTES,
    *verify.ROUTES,
]
