"""LinkedIn's page for adding a certification, filled in (guide 4.3.1)."""

from __future__ import annotations

from urllib.parse import urlencode

from certify_app.domain.awards.queries import BadgeSummary

ADD = "https://www.linkedin.com/profile/add"


def linkedin_address(badge: BadgeSummary, awarding_body: str, address: str) -> str:
    """`address` is the portal's own, where anyone may check the badge's reference."""
    about = {
        "startTask": "CERTIFICATION_NAME",
        "name": badge.name,
        "organizationName": awarding_body,
        "issueYear": badge.award_date.year,
        "issueMonth": badge.award_date.month,
        "certUrl": f"{address}/verify?{urlencode({'reference': badge.reference})}",
        "certId": badge.reference,
    }
    if badge.expiry_date:
        about |= {
            "expirationYear": badge.expiry_date.year,
            "expirationMonth": badge.expiry_date.month,
        }
    return f"{ADD}?{urlencode(about)}"
