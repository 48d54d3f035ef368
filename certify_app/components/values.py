"""What components take from a State."""

from __future__ import annotations

from typing import Any

FromState = Any
"""A State's variable: a Var while a page is compiled, its plain type to the type checker."""
