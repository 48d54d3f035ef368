"""The double is held against the `stripe` package, and refuses what Stripe would refuse."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from typing import Any

import httpx
import pytest
import stripe

from tests.stripe_double import objects
from tests.stripe_double.contract import (
    REQUESTS,
    RESPONSES,
    wrong_in_request,
    wrong_in_response,
)
from tests.stripe_double.declared import undeclared
from tests.stripe_double.forms import read_form
from tests.stripe_double.rules import Account
from tests.stripe_double.server import stripe_double
from tests.waiting import wait_until

ASKED: dict[str, Any] = {
    "mode": "payment",
    "success_url": "http://localhost/done",
    "cancel_url": "http://localhost/back",
    "customer_email": "jane@example.org",
    "metadata": {"certify_payment": "k"},
    "payment_intent_data": {"metadata": {"certify_payment": "k"}},
    "line_items": [
        {
            "quantity": 1,
            "price_data": {
                "currency": "gbp",
                "unit_amount": 1200,
                "product_data": {"name": "Unit Certificate"},
            },
        }
    ],
}


@pytest.fixture
def account() -> Iterator[Account]:
    with stripe_double() as account:
        yield account


def client(account: Account, key: str = "sk_test_1") -> stripe.StripeClient:
    return stripe.StripeClient(key, base_addresses={"api": account.base}, max_network_retries=0)


def create(account: Account, key: str = "", **changes: Any) -> stripe.checkout.Session:
    options: Any = {"idempotency_key": key} if key else {}
    asked: Any = {**ASKED, **changes}
    return client(account).v1.checkout.sessions.create(asked, options)


def spoilt(path: str, value: Any) -> dict[str, Any]:
    asked = deepcopy(ASKED)
    here: Any = asked
    *way, last = path.split(".")
    for step in way:
        here = here[int(step)] if step.isdigit() else here[step]
    here[last] = value
    return asked


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("moed", "payment", "no field 'moed'"),
        ("line_items.0.price_data.unit_amout", 1, "no field 'unit_amout'"),
        ("mode", "pay", "'pay' is none of"),
        ("locale", "cy", "'cy' is none of"),
        ("line_items.0.price_data.unit_amount", "10.50", "is no <class 'int'>"),
        ("line_items", {}, "is no list"),
        ("line_items.0.price_data.product_data", {}, "lacks 'name'"),
        ("metadata", {"a": 1}, "is no <class 'str'>"),
    ],
)
def test_a_request_that_stripes_types_do_not_know_is_found(
    path: str, value: Any, said: str
) -> None:
    assert wrong_in_request("sessions.create", ASKED) == []
    assert said in wrong_in_request("sessions.create", spoilt(path, value))[0]


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("moed", "payment", "moed: Extra inputs are not permitted"),
        ("line_items.0.price_data.unit_amout", 1, "unit_amout: Extra inputs"),
        ("line_items.0.price_data.unit_amount", "10.50", "unit_amount: Input should be"),
        ("line_items.0.price_data.product_data", {}, "name: Field required"),
        ("line_items", {}, "line_items: Input should be a valid list"),
        ("metadata", {"a": 1}, "a: Input should be a valid string"),
    ],
)
def test_pydantic_finds_the_same_slips_in_stripes_own_types(
    path: str, value: Any, said: str
) -> None:
    kind = REQUESTS["sessions.create"]
    assert undeclared(kind, ASKED) == []
    assert said in undeclared(kind, spoilt(path, value))[0]


@pytest.mark.parametrize("name", list(REQUESTS))
def test_pydantic_reads_the_types_of_every_request(name: str) -> None:
    assert "Extra inputs" in " ".join(undeclared(REQUESTS[name], {"surplus": 1}))


def every_object() -> dict[str, dict[str, Any]]:
    session = objects.checkout_session(ASKED, "http://localhost")
    intent = objects.payment_intent(session, {}, "succeeded")
    charge = objects.charge(intent)
    made = [
        session,
        intent,
        charge,
        objects.line_item(ASKED["line_items"][0]),
        objects.refund(charge, 100, {}, "succeeded"),
        objects.dispute(charge),
        objects.event("charge.refunded", charge),
    ]
    return {one["object"]: one for one in made}


@pytest.mark.parametrize("kind", list(RESPONSES))
def test_every_answer_is_whole_and_any_slip_in_it_is_found(kind: str) -> None:
    answer = every_object()[kind]
    assert wrong_in_response(answer) == []
    assert "no field 'surplus'" in wrong_in_response({**answer, "surplus": 1})[0]
    assert "lacks 'id'" in wrong_in_response({k: v for k, v in answer.items() if k != "id"})[0]
    assert "is no <class 'str'>" in wrong_in_response({**answer, "id": 7})[0]


def test_forms_become_nested_values() -> None:
    text = "a[b][0][c]=1&a[b][1][c]=2&metadata[n]=5&flag=true&expand[0]=x"
    assert read_form(text) == {
        "a": {"b": [{"c": 1}, {"c": 2}]},
        "metadata": {"n": "5"},
        "flag": True,
        "expand": ["x"],
    }


def test_the_same_key_is_the_same_session_and_another_body_is_refused(account: Account) -> None:
    assert create(account, "k").id == create(account, "k").id
    with pytest.raises(stripe.IdempotencyError):
        create(account, "k", customer_email="dave@example.org")


def test_a_key_in_use_is_refused_until_its_call_ends(account: Account) -> None:
    with account.lock, ThreadPoolExecutor(1) as first:
        running = first.submit(create, account, "k")
        # The first holds its key and waits for the account, which this test holds.
        wait_until(lambda: refused_as_in_use(account), "the key is in use")
        account.lock.release()
        try:
            assert running.result(10).id
        finally:
            account.lock.acquire()


def refused_as_in_use(account: Account) -> bool:
    try:
        answer = httpx.post(
            f"{account.base}/v1/checkout/sessions",
            content=FORM,
            headers={"Authorization": "Bearer sk_test_1", "Idempotency-Key": "k"},
            timeout=0.5,
        )
    except httpx.TimeoutException:
        return False
    return answer.status_code in {400, 409}


FORM = (
    "mode=payment&success_url=x&line_items[0][quantity]=1&line_items[0][price_data][currency]=gbp"
    "&line_items[0][price_data][unit_amount]=1200"
    "&line_items[0][price_data][product_data][name]=x"
)


def test_no_more_is_refunded_than_was_paid(account: Account) -> None:
    known = create(account).id
    account.pay(known)
    intent: Any = account.sessions[known]["payment_intent"]
    refunds = client(account).v1.refunds
    assert refunds.create({"payment_intent": intent, "amount": 1000}).status == "succeeded"
    with pytest.raises(stripe.InvalidRequestError, match="greater than unrefunded"):
        refunds.create({"payment_intent": intent, "amount": 201})
    assert len(refunds.list({"payment_intent": intent}).data) == 1


def test_a_wrong_word_a_wrong_key_and_too_little_are_refused(account: Account) -> None:
    with pytest.raises(stripe.InvalidRequestError, match="is none of"):
        create(account, mode="pay")
    with pytest.raises(stripe.AuthenticationError):
        client(account, "sk_live_1").v1.checkout.sessions.create(ASKED)  # type: ignore[arg-type]
    cheap = spoilt("line_items.0.price_data.unit_amount", 29)["line_items"]
    with pytest.raises(stripe.InvalidRequestError, match="too small"):
        create(account, line_items=cheap)


def test_only_an_open_session_expires_and_is_paid(account: Account) -> None:
    known = create(account).id
    sessions = client(account).v1.checkout.sessions
    assert sessions.expire(known).status == "expired"
    with pytest.raises(stripe.InvalidRequestError):
        sessions.expire(known)
    assert httpx.post(f"{account.base}/c/pay/{known}/pay").status_code == 410
    assert httpx.get(f"{account.base}/c/pay/{known}").status_code == 410


@pytest.mark.parametrize(("button", "status"), [("pay", 303), ("decline", 402), ("debit", 303)])
def test_the_page_has_a_button_for_each_ending(account: Account, button: str, status: int) -> None:
    session = create(account)
    assert "TEST MODE" in httpx.get(session.url or "").text
    assert httpx.post(f"{session.url}/{button}").status_code == status
    told = [event.type for event in client(account).v1.events.list().data]
    assert (
        told[0]
        in {
            "pay": {"checkout.session.completed"},
            "decline": {"payment_intent.payment_failed"},
            "debit": {"checkout.session.completed"},
        }[button]
    )
