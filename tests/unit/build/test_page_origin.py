from __future__ import annotations

import pytest

from certify_app.build.errors import AddressNotFoundError
from certify_app.build.page_origin import follow_page

BAKED = (
    "var e={PING:`http://localhost:8000/ping`,EVENT:`ws://localhost:8000/_event`,"
    "UPLOAD:`http://localhost:8000/_upload`,TRANSPORT:`websocket`};export{e as t};"
)


def test_no_baked_address_is_left() -> None:
    assert "localhost:8000" not in follow_page(BAKED)


def test_the_websocket_takes_the_scheme_that_goes_with_the_page() -> None:
    assert 'EVENT:here.replace(/^http/,"ws")+"/_event"' in follow_page(BAKED)


def test_what_is_no_address_stays() -> None:
    assert "TRANSPORT:`websocket`};export{e as t};" in follow_page(BAKED)


@pytest.mark.parametrize("quote", ['"', "'", "`"])
def test_any_quote_is_understood(quote: str) -> None:
    module = f"var e={{EVENT:{quote}wss://example.org/_event{quote}}}"
    assert "example.org" not in follow_page(module)


def test_a_module_without_the_websocket_is_refused() -> None:
    with pytest.raises(AddressNotFoundError):
        follow_page("var e={}")
