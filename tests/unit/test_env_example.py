from __future__ import annotations

import re
from pathlib import Path

from certify_app.config import Settings

EXAMPLE = Path(__file__).resolve().parents[2] / ".env.example"


def test_every_setting_is_explained_and_no_other() -> None:
    named = set(re.findall(r"^#?([A-Z_]+)=", EXAMPLE.read_text(), re.MULTILINE))
    known = {
        name.upper() if name == "port" else f"CERTIFY_{name.upper()}"
        for name in Settings.model_fields
    }
    assert named == known
