"""Exchanges written by hand, against the generated document (an independent validator) and us.

They are never regenerated: when one fails, the contract broke.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from counter_app.contract.bodies import check_body, read_body
from counter_app.contract.entries import EntryBatch, WireEntry
from counter_app.contract.openapi import MESSAGES, document
from counter_app.contract.operations import OPERATIONS, Operation
from counter_app.contract.problem_types import FLAGS, PROBLEM_TYPES
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import PaymentPart, ToldAbout
from counter_app.domain.journal.canonical import canonical
from counter_app.domain.journal.entry import body_bytes, header_hash

GOLDEN = Path(__file__).parent / "golden"
EXCHANGES = sorted(path for path in GOLDEN.glob("*.json") if not path.stem.startswith("bodies"))
BODIES: dict[str, list[Any]] = json.loads((GOLDEN / "bodies-1.json").read_text("utf-8"))
COMPONENTS = document()["components"]
MODELS = {model.__name__: model for model in MESSAGES}


def errors_of(schema: str, value: object) -> list[str]:
    root = {"$ref": f"#/components/schemas/{schema}", "components": COMPONENTS}
    validator = Draft202012Validator(root, format_checker=FormatChecker())
    return [error.message for error in validator.iter_errors(value)]


def operation_of(call: str) -> Operation:
    method, target = call.split(" ")
    path = target.partition("?")[0]
    for operation in OPERATIONS:
        pattern = re.sub(r"\{[a-z]+\}", "[^/]+", operation.path)
        if operation.method == method.lower() and re.fullmatch(pattern, path):
            return operation
    raise AssertionError(f"{call} isn't in the contract")


@pytest.mark.parametrize("path", EXCHANGES, ids=lambda path: path.stem)
def test_an_exchange(path: Path) -> None:
    exchange = json.loads(path.read_text("utf-8"))
    operation = operation_of(exchange["call"])
    assert ("request" in exchange) is (operation.request is not None)
    if operation.request is not None:
        assert errors_of(operation.request.__name__, exchange["request"]) == []
        operation.request.model_validate_json(json.dumps(exchange["request"]), strict=True)
    status, answer = exchange["status"], exchange.get("answer")
    if status == 200:
        assert operation.answer is not None
        assert errors_of(operation.answer.__name__, answer) == []
        operation.answer.model_validate_json(json.dumps(answer))
    elif status >= 400:
        assert errors_of("WireProblem", answer) == []
        assert answer["status"] == status == PROBLEM_TYPES[answer["type"]][0]
    else:
        assert str(status) in operation.answers
        assert answer is None


def test_every_call_has_an_exchange() -> None:
    # The bytes of a list and of a package are their own; only what names them is a message.
    told = {operation_of(json.loads(path.read_text("utf-8"))["call"]).name for path in EXCHANGES}
    assert told == {operation.name for operation in OPERATIONS} - {
        "getCatalogue",
        "getUpdatePiece",
    }


def test_every_kind_has_a_body() -> None:
    assert set(BODIES) == {kind.value for kind in Kind}


@pytest.mark.parametrize("kind", list(Kind))
def test_a_body(kind: Kind) -> None:
    schema = COMPONENTS["schemas"]["WireEntry"]["x-bodies"][kind.value].rpartition("/")[2]
    for body in BODIES[kind.value]:
        assert errors_of(schema, body) == []
        text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert check_body(kind, text) == ()
        assert json.loads(body_bytes(read_body(kind, text))) == json.loads(text)


@pytest.mark.parametrize(
    ("kind", "later"),
    [
        (Kind.RECEIVED, {"portal_code": "", "non_territorial": False}),
        (Kind.PRINTED, {"visitor": "", "subject": ""}),
        (Kind.SUPPLEMENT_REQUESTED, {"contact": "", "bring_by": None}),
        (Kind.REFUSED, {"guidance": ""}),
        (Kind.WITHDRAWN, {"papers_returned": ()}),
        (Kind.PAID, {"part": PaymentPart.WHOLE, "payer": ""}),
        (Kind.TOLD, {"about": ToldAbout.OTHER}),
        (Kind.WORK_STARTED, {"promise": None}),
        (Kind.HANDED_OVER, {"done_at": None}),
    ],
)
def test_a_body_from_before_a_field_was_thought_of(kind: Kind, later: dict[str, Any]) -> None:
    """The first of each kind is older than these fields; the last one has them."""
    first, *_, last = BODIES[kind.value]
    assert not later.keys() & first.keys()
    assert later.keys() <= last.keys()
    body = read_body(kind, canonical(first).decode())
    assert {name: getattr(body, name) for name in later} == later
    assert json.loads(body_bytes(body)) == first


def entries() -> list[dict[str, Any]]:
    found = []
    for path in sorted(GOLDEN.glob("entries*.json")):
        found += json.loads(path.read_text("utf-8"))["request"]["entries"]
    return found


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry["kind"])
def test_digests_are_as_described(entry: dict[str, Any]) -> None:
    """Recomputed as the description of WireEntry says, without our own code; then with it."""
    header = {name: value for name, value in entry.items() if name not in ("hash", "body")}
    text = json.dumps(header, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(text.encode()).hexdigest() == entry["hash"]
    assert hashlib.sha256(entry["body"].encode()).hexdigest() == entry["body_sha256"]
    assert header_hash(WireEntry.model_validate(entry).entry()) == entry["hash"]


@pytest.mark.parametrize("name", ["entries", "entries-superseding"])
def test_entries_go_through_unchanged(name: str) -> None:
    exchange = json.loads((GOLDEN / f"{name}.json").read_text("utf-8"))
    for line in EntryBatch.model_validate(exchange["request"]).entries:
        again = WireEntry.of(line.entry(), line.body.encode())
        assert again == line


def test_what_supersedes_stands_behind_what_the_other_stood_behind() -> None:
    by_uid = {entry["uid"]: entry for entry in entries()}
    placed = [entry for entry in by_uid.values() if "supersedes" in entry]
    assert {entry["kind"] for entry in placed} == {"paid", "dropped", "told"}
    for entry in placed:
        other = by_uid[entry["supersedes"]]
        if entry["dossier"] == other["dossier"]:
            assert entry.get("after") == other.get("after")
            assert entry["n"] > other["n"]
        without = {name: entry[name] for name in entry if name != "supersedes"}
        assert header_hash(WireEntry.model_validate(without).entry()) != entry["hash"]


def test_flags_of_the_exchanges_are_known() -> None:
    text = "".join(path.read_text("utf-8") for path in EXCHANGES)
    for flags in re.findall(r'"flags": \[([^\]]*)\]', text):
        assert set(re.findall(r'"([^"]+)"', flags)) <= set(FLAGS)
