from __future__ import annotations

import re
from pathlib import Path

import requests

from counter_app.contract.openapi import document
from counter_app.contract.problem_types import FLAGS, PROBLEM_TYPES
from counter_app.sandbox.province.refusal import WORDS
from tests.sandbox.running import RunningSandbox

SOURCES = Path(__file__).parents[2] / "counter_app" / "sandbox"


def test_the_server_has_words_for_every_type_of_the_contract() -> None:
    assert set(WORDS) == set(PROBLEM_TYPES)
    assert all(title for title, _ in WORDS.values())


def test_the_server_raises_no_other_flag() -> None:
    text = (SOURCES / "province" / "entries" / "flags.py").read_text("utf-8")
    text += (SOURCES / "province" / "numbers.py").read_text("utf-8")
    raised = set(
        re.findall(r'"((?:number|clock|date|due|centre|officer|procedure)-[a-z-]+)"', text)
    )
    assert raised | {"supplement_again", "extension_again", "extension_late"} == set(FLAGS)


def test_the_server_shows_the_contract(sandbox: RunningSandbox) -> None:
    assert requests.get(f"{sandbox.url}/openapi.json").json() == document()
