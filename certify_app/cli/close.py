"""`certify close`: a friendly page for everybody while repairs are made."""

EXAMPLES = ("certify close",)


def command() -> None:
    """Close the portal until `certify reopen`; health checks go on."""
    from certify_app.maintenance import close

    close()
    print("The portal is closed. Everybody sees that it is back soon.")
