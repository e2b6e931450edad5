"""Nothing is erased unless it was ordered, all of it is answered, and a supervisor confirmed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.contract.devices import DeviceOrder, HeartbeatAnswer, HeartbeatRequest
from counter_app.domain.enrolment import ORDER
from counter_app.domain.errors.wire import DeviceRevokedError, UnreachableError, WireError
from counter_app.domain.errors.work import (
    NotDrainedError,
    NotPermittedError,
    WipeNotOrderedError,
    WrongDeviceNumberError,
)
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.leaving.wiping import confirm, erasable, erase
from tests.made import person
from tests.services.conftest import Counter


class Province:
    """A server that hears the last word, or fails."""

    def __init__(self, error: WireError | None = None) -> None:
        self.heard: list[HeartbeatRequest] = []
        self._error = error

    def heartbeat(self, message: HeartbeatRequest) -> HeartbeatAnswer:
        self.heard.append(message)
        if self._error is not None:
            raise self._error
        return HeartbeatAnswer(order=DeviceOrder.WIPE, server_time=message.sent_at)


def order(counter: Counter, wanted: str | None = "wipe") -> None:
    with counter.workplace.store.writing() as tx:
        tx.setup.put(ORDER, wanted)


def as_role(counter: Counter, role: Role) -> Session:
    return replace(counter.session, officer=replace(counter.session.officer, roles=(role,)))


def test_it_must_be_ordered(counter: Counter) -> None:
    for wanted in (None, "drain"):
        order(counter, wanted)
        with pytest.raises(WipeNotOrderedError):
            erasable(counter.workplace)


@pytest.mark.parametrize("state", [State.PENDING, State.REFUSED, State.CONFLICT])
def test_everything_must_be_answered_for_good(counter: Counter, state: State) -> None:
    dossier = receive(counter.workplace, counter.session, Reception("1.001193", person()))
    order(counter)
    with counter.workplace.store.writing() as tx:
        if state is not State.PENDING:
            tx.deliveries.answered(dossier.last_uid, Outcome(state))
    province = Province()
    with pytest.raises(NotDrainedError) as stopped:
        confirm(counter.workplace, as_role(counter, Role.SUPERVISOR), province, device(counter))
    assert stopped.value.facts == {"waiting": 1}
    assert province.heard == []


def test_a_supervisor_types_the_number(counter: Counter) -> None:
    order(counter)
    province, place = Province(), counter.workplace
    with pytest.raises(NotPermittedError):
        confirm(place, as_role(counter, Role.RECEPTION), province, device(counter))
    with pytest.raises(WrongDeviceNumberError):
        confirm(place, as_role(counter, Role.SUPERVISOR), province, "99999")
    assert province.heard == []
    found = confirm(place, as_role(counter, Role.SUPERVISOR), province, f" {device(counter)} ")
    assert found.device == device(counter)
    assert province.heard[0].wiped


def test_without_the_province_nothing_is_erased(counter: Counter) -> None:
    order(counter)
    officer = as_role(counter, Role.ADMIN)
    with pytest.raises(UnreachableError):
        confirm(counter.workplace, officer, Province(UnreachableError(host="x")), device(counter))
    # Cut short after the province had heard it: the second time goes on.
    cut = Province(DeviceRevokedError(host="x", reason="device-revoked"))
    confirm(counter.workplace, officer, cut, device(counter))


def test_erasing_empties_the_home(tmp_path: Path) -> None:
    home, outside = tmp_path / "home", tmp_path / "outside"
    (home / "papers" / "deep").mkdir(parents=True)
    outside.mkdir()
    (outside / "copy.db").write_bytes(b"x")
    (home / "store.db").write_bytes(b"x")
    (home / "link").symlink_to(outside)
    erase(home)
    assert list(home.iterdir()) == []
    assert (outside / "copy.db").exists()


def device(counter: Counter) -> str:
    return counter.workplace.enrolment.device
