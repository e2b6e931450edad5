"""The contract as an OpenAPI 3.1 document, generated from the models.

`python -m counter_app.contract.openapi FILE` writes it; a test says when the file is stale.
"""

from __future__ import annotations

import functools
import sys
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from counter_app.contract.bodies import adapter
from counter_app.contract.devices import (
    EnrolAnswer,
    EnrolRequest,
    HeartbeatAnswer,
    HeartbeatRequest,
    RecoverAnswer,
    RecoverRequest,
    SessionAnswer,
    SessionRequest,
)
from counter_app.contract.entries import BatchAnswer, EntryBatch, EntryState
from counter_app.contract.feed import ChangesAnswer, DigestAnswer, DossierAnswer, Manifest
from counter_app.contract.files.messages import FileOffer, FileProgress
from counter_app.contract.files.updates import UpdateList
from counter_app.contract.numbers import BlockAnswer, BlockRequest
from counter_app.contract.operations import OPERATIONS, Operation
from counter_app.contract.parcels.messages import ParcelAnswer, ParcelRequest
from counter_app.contract.problem import MEDIA_TYPE, WireProblem
from counter_app.contract.problem_types import FLAGS, PROBLEM_TYPES
from counter_app.contract.signing import DEVICE, EPOCH, SERVER_TIME, SIGNATURE, TIME
from counter_app.contract.yaml_text import yaml_text
from counter_app.domain.acts.kinds import Kind

VERSION = "1.0.0"

MESSAGES = (
    EnrolRequest,
    EnrolAnswer,
    SessionRequest,
    SessionAnswer,
    EntryBatch,
    BatchAnswer,
    EntryState,
    ChangesAnswer,
    Manifest,
    BlockRequest,
    BlockAnswer,
    HeartbeatRequest,
    HeartbeatAnswer,
    DossierAnswer,
    DigestAnswer,
    RecoverRequest,
    RecoverAnswer,
    FileOffer,
    FileProgress,
    ParcelRequest,
    ParcelAnswer,
    UpdateList,
    WireProblem,
)

_INTRODUCTION = """\
What a counter of a one-stop shop (một cửa) says to its province, and the answers.

Every act at a counter is one immutable entry with a uid made once. The server stores uid, digest,
answer and effect in one transaction, for ever: the same entry sent again gets the same answer.
An answer acknowledges only with status 200, JSON, the same batch id, uids and digests.

Requests are signed with the device's Ed25519 key over these lines, joined by one line feed:
`counter-request-v1`, method, path with query, device, epoch, time, SHA-256 (hexadecimal) of the
body as sent. Bodies may be gzipped; at most 1 MiB as sent and 8 MiB unpacked.
Every answer carries the server's time. Every error is a problem (RFC 9457) with a stable type.
Unknown fields are ignored, so that both ends may be one version apart."""

_SECURITY = {
    "device": (DEVICE, "Device number: five digits."),
    "epoch": (EPOCH, "Epoch of the device; raised by recovery."),
    "time": (TIME, "The device's time: ISO 8601 with its zone."),
    "signature": (SIGNATURE, "Ed25519 signature in base64."),
}


class _Schema(GenerateJsonSchema):
    """Without made-up titles of fields; decimals are text, because bodies hold no floats."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's name
        return False

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:  # noqa: ARG002
        return {"type": "string", "pattern": r"^-?[0-9]{1,12}(\.[0-9]{1,12})?$"}


@functools.cache
def _schemas() -> tuple[dict[str, str], dict[str, Any]]:
    """Return (reference of each message and each kind, all schemas)."""
    inputs: list[tuple[str, Any, TypeAdapter[Any]]] = [
        (model.__name__, "validation", TypeAdapter(model)) for model in MESSAGES
    ]
    inputs += [(f"body {kind.value}", "validation", adapter(kind)) for kind in Kind]
    found, shared = TypeAdapter.json_schemas(
        inputs, ref_template="#/components/schemas/{model}", schema_generator=_Schema
    )
    references = {key: schema["$ref"] for (key, _), schema in found.items()}
    return references, shared["$defs"]


def document() -> dict[str, Any]:
    """Return the whole document as plain JSON values."""
    references, schemas = _schemas()
    schemas = {name: dict(schemas[name]) for name in sorted(schemas)}
    schemas["WireEntry"]["x-bodies"] = {
        kind.value: references[f"body {kind.value}"] for kind in Kind
    }
    paths: dict[str, dict[str, Any]] = {}
    for operation in OPERATIONS:
        paths.setdefault(operation.path, {})[operation.method] = _operation(operation, references)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Counter API",
            "version": VERSION,
            "summary": "Between the counters of a one-stop shop and their province.",
            "description": _INTRODUCTION,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "security": [{name: [] for name in _SECURITY}],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                name: {"type": "apiKey", "in": "header", "name": header, "description": words}
                for name, (header, words) in _SECURITY.items()
            },
            "headers": {
                SERVER_TIME: {
                    "description": "The server's time: ISO 8601 with its zone.",
                    "required": True,
                    "schema": {"type": "string", "format": "date-time"},
                }
            },
            "responses": {
                "Problem": {
                    "description": "A problem (RFC 9457).",
                    "headers": _headers(),
                    "content": {MEDIA_TYPE: {"schema": {"$ref": references["WireProblem"]}}},
                }
            },
        },
        "x-problem-types": {
            name: {"status": status, "meaning": words}
            for name, (status, words) in PROBLEM_TYPES.items()
        },
        "x-flags": dict(FLAGS),
    }


def text() -> str:
    """Return the document as it stands in `resources/contract/counter-api.yaml`."""
    return "# Generated by counter_app.contract.openapi; don't edit.\n" + yaml_text(document())


def _headers(*more: str) -> dict[str, Any]:
    own = {name: {"schema": {"type": "string"}} for name in more}
    return {SERVER_TIME: {"$ref": f"#/components/headers/{SERVER_TIME}"}, **own}


def _operation(operation: Operation, references: dict[str, str]) -> dict[str, Any]:
    plain: dict[str, Any] = {"operationId": operation.name, "summary": operation.summary}
    if operation.description:
        plain["description"] = operation.description
    if not operation.signed:
        plain["security"] = []
    if operation.parameters:
        plain["parameters"] = [each.plain() for each in operation.parameters]
    if operation.request is not None:
        reference = {"$ref": references[operation.request.__name__]}
        plain["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": reference}},
        }
    if operation.sends:
        plain["requestBody"] = {"required": True, "content": {operation.sends: {}}}
    responses: dict[str, Any] = {}
    for status, words in operation.answers.items():
        answer: dict[str, Any] = {"description": words, "headers": _headers(*operation.headers)}
        if status == "200":
            model = operation.answer
            schema = {"$ref": references[model.__name__]} if model else {"type": "object"}
            answer["content"] = {"application/json": {"schema": schema}}
        responses[status] = answer
    problem = {"$ref": "#/components/responses/Problem"}
    plain["responses"] = {**responses, "4XX": problem, "5XX": problem}
    return plain


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(text(), encoding="utf-8", newline="\n")
