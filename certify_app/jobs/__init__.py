"""Work outside requests: what there is (`work/`), how often (`schedule.py`), who does it."""
