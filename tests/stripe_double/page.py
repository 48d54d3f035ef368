"""The hosted payment page: plain, and clearly a test."""

from __future__ import annotations

from html import escape
from typing import Any

STYLE = """body{font:17px/1.5 system-ui,sans-serif;margin:0;background:#f6f8fa;color:#1a1f36}
main{max-width:30rem;margin:3rem auto;padding:0 1rem}
.test{background:#ffde92;padding:.2rem .6rem;border-radius:.3rem;font-weight:600}
table{width:100%;border-collapse:collapse;margin:1rem 0}td{padding:.4rem 0}td+td{text-align:right}
button{width:100%;padding:.8rem;margin:.3rem 0;border-radius:.4rem;border:1px solid #635bff;
font:inherit;font-weight:600;background:#fff;color:#1a1f36}.pay{background:#635bff;color:#fff}
[role=alert]{color:#b3093c;font-weight:600}a{color:#1a1f36}"""


def pay_page(session: dict[str, Any], items: list[dict[str, Any]], problem: str = "") -> str:
    here = f"/c/pay/{session['id']}"
    rows = "".join(
        f"<tr><td>{escape(str(item['description']))}<td>{_money(item['amount_total'], session)}"
        for item in items
    )
    total = _money(session["amount_total"], session)
    alert = f"<p role=alert>{escape(problem)}</p>" if problem else ""
    return _whole(
        "Pay",
        f"""<p><span class=test>TEST MODE</span></p><h1>Pay {total}</h1>{alert}
<p>{escape(session["customer_email"] or "")}</p><table>{rows}</table>
<form method=post action="{here}/pay"><button class=pay>Pay {total}</button></form>
<form method=post action="{here}/decline"><button>Pay with a card that is declined</button></form>
<form method=post action="{here}/debit"><button>Pay by bank debit</button></form>
<p><a href="{escape(session["cancel_url"] or "/")}">Back</a></p>""",
    )


def over_page() -> str:
    return _whole("Over", "<h1>This page is no longer available</h1>")


def _money(amount: int, session: dict[str, Any]) -> str:
    return f"{amount / 100:.2f} {session['currency'].upper()}"


def _whole(title: str, body: str) -> str:
    return (
        f"<!doctype html><html lang=en><meta charset=utf-8>"
        f'<meta name=viewport content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style><main>{body}</main></html>"
    )
