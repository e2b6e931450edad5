"""The head appoints somebody without a line: the server and an open window know it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.app.home import open_home
from counter_app.domain.officers.appointed import TypedAppointment
from counter_app.domain.officers.appointment import may_receive
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.officers.appointing import appoint
from tests.journeys.conftest import enrolled_home
from tests.made import person
from tests.sandbox.running import RunningSandbox

BIRTH = "1.001193"


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSandbox]:
    """Return a province of its own: others must not see whom this one's head appointed."""
    with RunningSandbox(tmp_path_factory.mktemp("province")) as running:
        yield running


def session(workplace: Workplace, officer: str) -> Session:
    known = workplace.reference.officers.with_id(officer)
    assert known is not None
    return Session(known, "offline")


def test_the_server_and_an_open_window_know_it(tmp_path: Path, province: RunningSandbox) -> None:
    home = enrolled_home(tmp_path / "here", province, "3", plain=True)
    with open_home(home, plain_store=True) as opened:
        window, workplace = opened.workplace(), opened.workplace()
        assert window.renew() is None
        today = opened.clock.now().at.date()
        until = today + timedelta(days=20)
        typed = TypedAppointment("CB-005", ("H26.15",), today, until, "09/QĐ-TT")
        appoint(workplace, session(workplace, "CB-006"), typed)
        dossier = receive(workplace, session(workplace, "CB-005"), Reception(BIRTH, person()))
        assert opened.round().error is None
        with opened.store.reading() as tx:
            (received,) = tx.dossiers.timeline(dossier.uid)
            assert tx.deliveries.counts().to_send == 0
        assert "officer-not-appointed" not in received.outcome.flags
        # an entry of another counter comes into the same journal, and is such news, too
        fresh = window.renew()
        assert fresh is not None
        assert fresh.officers == workplace.reference.officers
        officer = fresh.officers.with_id("CB-005")
        procedure = fresh.procedures.version_on(BIRTH, today)
        assert officer is not None
        assert procedure is not None
        assert may_receive(officer, procedure, today) == ()
        assert window.renew() is None
