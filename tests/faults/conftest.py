"""What fault tests share."""

from __future__ import annotations

from tests.faults.smtp_server import certificate

__all__ = ["certificate"]
