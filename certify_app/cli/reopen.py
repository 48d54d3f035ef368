"""`certify reopen`: the end of `certify close`."""

EXAMPLES = ("certify reopen",)


def command() -> None:
    """Open the portal again."""
    from certify_app.maintenance import reopen

    reopen()
    print("The portal is open.")
