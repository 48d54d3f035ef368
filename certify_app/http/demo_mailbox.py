"""/demo/mailbox: what would have been mailed, to be read and clicked. Demo mode only.

A mail is shown in a sandboxed frame without scripts; its links open in the whole window.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from certify_app.config import settings
from certify_app.db.engine import read
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.documents.studio import in_studio
from certify_app.domain.errors import DomainError
from certify_app.domain.messages.models import Mail, MailStatus
from certify_app.domain.messages.moments import moment
from certify_app.domain.messages.queries import find_mail, list_mails
from certify_app.domain.messages.render import one_line
from certify_app.domain.messages.sender import Sender, sender_of
from certify_app.domain.messages.standing import standing
from certify_app.domain.permissions import Audience
from certify_app.gate.routes import guarded
from certify_app.jobs.attachments import drawn
from certify_app.locales import _, language, plural

POLICY = (
    "default-src 'self'; style-src 'unsafe-inline'; script-src 'none'; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
MOST_LISTED = 200
LONGEST_ADDRESS = 254
LARGEST_ID = 2**31 - 1
TAGS = {
    MailStatus.SENT: "ok",
    MailStatus.KEPT: "info",
    MailStatus.WAITING: "gold-text",
    MailStatus.FAILED: "danger",
}


async def mailbox(request: Request) -> Response:
    if not settings().demo:
        return Response(status_code=404)
    to = one_line(request.query_params.get("to", ""))[:LONGEST_ADDRESS]
    mails = await read(list_mails, to, MOST_LISTED)
    count = plural("{count} email", "{count} emails", len(mails))
    return await _page("demo_mailbox.html", mails=mails, to=to, count=count)


async def one_mail(request: Request) -> Response:
    number = request.path_params["id"]
    if not settings().demo or number > LARGEST_ID:
        return Response(status_code=404)
    mail = await read(find_mail, number)
    if mail is None:
        return Response(status_code=404)
    return await _page("demo_mail.html", mail=mail, framed=framed(mail.html))


async def attachment(request: Request) -> Response:
    """The PDF that would go with a mail, to be looked at."""
    number = request.path_params["id"]
    if not settings().demo or number > LARGEST_ID:
        return Response(status_code=404)
    mail = await read(find_mail, number)
    if mail is None or not mail.attaches:
        return Response(status_code=404)
    try:
        pdf = await in_studio(drawn, mail.attaches)
    except DomainError as problem:
        return PlainTextResponse(str(problem), 422, {"Cache-Control": "no-store"})
    headers = {
        "Content-Disposition": f'inline; filename="{pdf.name}"',
        "Cache-Control": "no-store",
    }
    return Response(pdf.content, headers=headers, media_type="application/pdf")


def framed(html: str) -> str:
    """The mail's HTML for a frame: its links leave the frame."""
    return html.replace("<head>", '<head><base target="_top">', 1)


async def _page(template: str, **values: object) -> Response:
    body: Sender = sender_of(await read(awarding_body))
    html = (
        _templates()
        .get_template(template)
        .render(values, body=body, words=_words(body.name), language=language())
    )
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store"}
    return HTMLResponse(html, headers=headers)


def _words(name: str) -> dict[str, str]:
    return {
        "title": _("Demo mailbox"),
        "lead": _(
            "This is a demo of {body}. Emails are kept here so that you can read them.", body=name
        ),
        "portal": _("Go to the portal"),
        "filter": _("Show emails to"),
        "show": _("Show"),
        "all": _("Show all"),
        "none": _("There are no emails yet"),
        "none_hint": _("Register, or use Forgot my password, and the email appears here."),
        "nobody": _("There are no emails to this address"),
        "back": _("All emails"),
        "to": _("To"),
        "written": _("Written"),
        "status": _("Status"),
        "frame": _("The email as its reader sees it"),
        "plain": _("Plain text"),
        "attached": _("Attached"),
        "open": _("Open the PDF"),
    }


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals.update(moment=moment, standing=standing, tag=_tag)
    return templates


def _tag(mail: Mail) -> str:
    """The colour token of a mail's status."""
    return TAGS[mail.status]


ROUTES = [
    guarded("/demo/mailbox", mailbox, Audience.ANYONE),
    guarded("/demo/mailbox/{id:int}", one_mail, Audience.ANYONE),
    guarded("/demo/mailbox/{id:int}/attachment.pdf", attachment, Audience.ANYONE),
]
