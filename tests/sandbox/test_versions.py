"""Counters are updated over weeks: a server takes its own protocol and the two before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from counter_app.contract.openapi import document
from counter_app.contract.signing import PROTOCOL, PROTOCOL_VERSION
from counter_app.sandbox.web import callers
from tests.sandbox.counter import SignedCounter
from tests.sandbox.running import RunningSandbox

GOLDEN = Path(__file__).parents[1] / "contract" / "golden"


def fits(schema: str, value: object) -> bool:
    root = {"$ref": f"#/components/schemas/{schema}", "components": document()["components"]}
    return not list(Draft202012Validator(root).iter_errors(value))


@pytest.mark.parametrize("newer", [0, 1, 2])
def test_exchanges_of_an_older_program(
    counter: SignedCounter, monkeypatch: pytest.MonkeyPatch, newer: int
) -> None:
    """What was written by hand for this version, said to a server that is `newer`."""
    monkeypatch.setattr(callers, "PROTOCOL_VERSION", PROTOCOL_VERSION + newer)
    spoken = {PROTOCOL: str(PROTOCOL_VERSION)}
    batch = counter.batch([counter.received()])
    taken = counter.call("POST", "/v1/entries", batch, headers=spoken)
    assert taken.status_code == 200, taken.text
    assert fits("BatchAnswer", taken.json())
    told = json.loads((GOLDEN / "heartbeat.json").read_text("utf-8"))["request"]
    told |= {"device": counter.device, "epoch": counter.epoch}
    heard = counter.call("POST", "/v1/heartbeat", told, headers=spoken)
    assert heard.status_code == 200, heard.text
    assert fits("HeartbeatAnswer", heard.json())
    changes = counter.call("GET", "/v1/changes", headers=spoken)
    assert fits("ChangesAnswer", changes.json())


def test_three_versions_apart_is_too_far(
    counter: SignedCounter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(callers, "PROTOCOL_VERSION", PROTOCOL_VERSION + 3)
    answer = counter.call("GET", "/v1/changes", headers={PROTOCOL: str(PROTOCOL_VERSION)})
    assert (answer.status_code, answer.json()["type"]) == (426, "protocol")


@pytest.mark.parametrize("odd", ["0", "99", "x", "-1", "1.0", ""])
def test_what_nobody_speaks(counter: SignedCounter, sandbox: RunningSandbox, odd: str) -> None:
    assert counter.call("GET", "/v1/changes", headers={PROTOCOL: odd}).status_code == 426
