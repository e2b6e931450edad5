from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from fastapi.routing import APIRoute
from jsonschema import Draft202012Validator

from counter_app.contract.openapi import document, text
from counter_app.contract.operations import OPERATIONS
from counter_app.sandbox.web import device_routes, file_routes, update_routes

FILE = Path(__file__).parents[2] / "resources" / "contract" / "counter-api.yaml"


def test_the_file_is_fresh() -> None:
    written = FILE.read_text("utf-8")
    assert written == text(), f"run: python -m counter_app.contract.openapi {FILE.name}"


def test_the_file_says_what_the_document_says() -> None:
    assert yaml.safe_load(FILE.read_text("utf-8")) == json.loads(json.dumps(document()))


def test_every_schema_is_json_schema_and_every_reference_leads_somewhere() -> None:
    plain = document()
    for schema in plain["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    for reference in references(plain):
        found: Any = plain
        for part in reference.removeprefix("#/").split("/"):
            found = found[part]


def references(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "$ref":
                yield item
            yield from references(item)
    elif isinstance(value, list):
        for item in value:
            yield from references(item)


def test_the_server_has_exactly_these_calls() -> None:
    served = {
        (method.lower(), route.path)
        for router in (device_routes.router, file_routes.router, update_routes.router)
        for route in router.routes
        if isinstance(route, APIRoute)
        for method in route.methods
    }
    assert served == {(each.method, each.path) for each in OPERATIONS}


def test_operations_have_names_of_their_own() -> None:
    names = [each.name for each in OPERATIONS]
    assert len(names) == len(set(names))
