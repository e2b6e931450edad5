"""The contract's document against the server: no surprise for whatever fits, or doesn't fit, it.

By hand: `python -m pytest tests/sandbox/contract_calls.py`; why it isn't collected with the others
stands in `test_schemathesis.py`.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig

from counter_app.contract.openapi import document
from counter_app.contract.signing import DEVICE, EPOCH, SIGNATURE, TIME, signed_text
from counter_app.domain.dates import VIETNAM
from tests.sandbox.counter import SignedCounter
from tests.sandbox.running import RunningSandbox

HEADERS = (DEVICE, EPOCH, TIME, SIGNATURE)

# What fits the schema may still be somebody else's (422) or a cursor of another server (410).
MEANT = ["2xx", 304, 401, 403, 404, 409, 410, 422, 429]
CONFIG = SchemathesisConfig.from_dict(
    {"checks": {"positive_data_acceptance": {"expected-statuses": MEANT}}}
)

schema = schemathesis.openapi.from_dict(document(), config=CONFIG)


class Signed(requests.auth.AuthBase):
    """Signs what is really sent, unless a header of the signature was left out on purpose."""

    def __init__(self, counter: SignedCounter) -> None:
        self._counter = counter

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if not all(name in request.headers for name in HEADERS):
            return request
        body = request.body or b""
        data = body.encode() if isinstance(body, str) else bytes(body)
        at = datetime.now(VIETNAM).isoformat()
        counter = self._counter
        text = signed_text(
            str(request.method),
            request.path_url,
            counter.device,
            counter.epoch,
            at,
            hashlib.sha256(data).hexdigest(),
        )
        request.headers[DEVICE] = counter.device
        request.headers[EPOCH] = str(counter.epoch)
        request.headers[TIME] = at
        request.headers[SIGNATURE] = base64.b64encode(counter.key.sign(text)).decode()
        return request


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSandbox]:
    with RunningSandbox(tmp_path_factory.mktemp("schemathesis")) as running:
        yield running


@pytest.fixture
def signer(server: RunningSandbox) -> Iterator[SignedCounter]:
    counter = SignedCounter(server.url).enrol(server.enrol_code())
    yield counter
    counter.session.close()


def listed(body: dict[str, Any], name: str) -> list[Any]:
    """Return the list called `name`; an empty one where made-up data has something else there."""
    found = body.get(name)
    return found if isinstance(found, list) else []


def make_own(body: Any, counter: SignedCounter) -> None:
    """Put the device's own number and chain where a valid one stands, so that more is reached."""
    if not isinstance(body, dict) or body.get("epoch") is None:
        return
    if isinstance(body.get("device"), str) and len(body["device"]) == 5:
        body["device"] = counter.device
    if isinstance(body["epoch"], int) and 0 < body["epoch"] < 2**53:
        body["epoch"] = counter.epoch
    for wish in listed(body, "wishes"):
        if isinstance(wish, dict) and isinstance(wish.get("agency"), str) and wish["agency"]:
            wish["agency"] = counter.centre
    for entry in listed(body, "entries"):
        if isinstance(entry, dict) and isinstance(entry.get("chain"), str):
            entry["chain"] = counter.chain if len(entry["chain"]) == 36 else entry["chain"]


@schema.parametrize()
@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_the_server_is_as_the_contract_says(
    case: schemathesis.Case, server: RunningSandbox, signer: SignedCounter
) -> None:
    make_own(case.body, signer)
    if "wait" in case.query and str(case.query["wait"]) in map(str, range(26)):
        case.query["wait"] = 0
    case.call_and_validate(base_url=server.url, session=signer.session, auth=Signed(signer))
