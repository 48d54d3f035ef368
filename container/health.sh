#!/bin/sh
# health.sh: whether the portal answers, for Docker's HEALTHCHECK. No curl is in the image.
exec "$(dirname "$0")/bin/python" -S - <<'PYTHON'
import os
import urllib.request

port = os.environ.get("PORT", "8000")
urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=4)
PYTHON
