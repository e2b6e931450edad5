from __future__ import annotations

import json
from datetime import date, datetime

import pytest

from counter_app.config import resource
from counter_app.demo.visits import reception, visit
from counter_app.domain.dates import VIETNAM
from counter_app.domain.people.citizen_card import CardReading, read_card
from counter_app.domain.plain import from_plain
from counter_app.domain.procedures.catalogue import Catalogue
from counter_app.services.counter.reference import load_reference
from counter_app.services.dossiers.reception_plan import plan

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=VIETNAM)
STARTER = from_plain(Catalogue, json.loads(resource("procedures", "starter.json").read_bytes()))


@pytest.mark.parametrize("number", range(60))
def test_every_visit_can_be_received(number: int) -> None:
    who = visit(number)
    procedure = STARTER.version_on(who.procedure, NOW.date())
    assert procedure is not None
    wanted = reception(who, NOW.date(), procedure.case_names)
    planned = plan(load_reference(lambda name: None), wanted, NOW)
    assert planned.is_ready, planned.problems


def test_cards_come_in_every_shape() -> None:
    readings = [read_card(visit(number).card, date(2026, 11, 20)) for number in range(60)]
    assert all(isinstance(each, CardReading) for each in readings)
    repairs = {name for each in readings if isinstance(each, CardReading) for name in each.repairs}
    assert {"nfd", "mojibake", "percent"} <= repairs
    numbers = {each.number for each in readings if isinstance(each, CardReading)}
    assert len(numbers) == 60
