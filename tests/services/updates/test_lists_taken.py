"""Lists in signed packages: taken by file or folder, put in place between shifts, and back."""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from counter_app.config import resource
from counter_app.domain.errors.keeping.updating import (
    NotAnUpdateError,
    UpdateBaseTooOldError,
    UpdateContentError,
    UpdateContractError,
    UpdateDiskFullError,
    UpdateDowngradeError,
    UpdateDraftOpenError,
    UpdateError,
    UpdateForgedError,
    UpdateHereAlreadyError,
    UpdateKeyUnknownError,
    UpdateNotFoundError,
    UpdateNotMadeError,
    UpdateNoWayBackError,
    UpdateOfficerInError,
    UpdateOtherProductError,
    UpdateRefusedBeforeError,
    UpdateTornError,
    UpdateWrongPlatformError,
)
from counter_app.domain.errors.store import StoreFullError
from counter_app.domain.updates.fitting import Shift
from counter_app.domain.updates.manifest import PackageKind
from counter_app.services.counter.catalogues import activate_staged
from counter_app.services.updates.applying import Updates, apply, settle
from counter_app.services.updates.going_back import go_back, last_done
from counter_app.services.updates.package import read_head
from counter_app.services.updates.shelf import Outcome, Step
from counter_app.services.updates.taking import look, take, waiting
from counter_app.store.copies.backup import checked
from counter_app.store.store import Store
from counter_app.vault.update_keys import SigningKey
from counter_app.wording.sentences import sentence
from tests.services.updates.packing import calendar, package, updates_of

TODAY = date(2026, 11, 20)


@pytest.fixture
def updates(open_counter: Callable[..., Any]) -> Updates:
    return updates_of(open_counter().workplace.store)


def in_use(store: Store, name: str = "calendar") -> str:
    activate_staged(store, TODAY)
    with store.reading() as tx:
        found = tx.catalogues.active(name)
    return found.version if found else ""


def test_a_stick_with_several_packages(updates: Updates, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    starter = resource("procedures", "starter.json").read_bytes()
    forms = resource("forms", "TT03-2025.json").read_bytes()
    package(stick / "old.capnhat", version="2026.9", after=timedelta(days=-9))
    package(stick / "calendar.capnhat")
    package(stick / "procedures.capnhat", {"procedures": starter}, kind=PackageKind.CATALOGUE)
    package(stick / "forms.capnhat", {"forms-tt03-2025": forms}, kind=PackageKind.FORMS)
    (stick / "letter.txt").write_text("not ours")
    found, refused = look(updates, stick)
    assert not refused
    assert {each.manifest.version for each in found} == {"2027.1"}
    for each in found:
        take(updates, each.file)
    shutil.rmtree(stick)  # pulled out: all is here
    names = {each.file.name.partition("-")[0] for each in waiting(updates)}
    assert names == {"calendar", "catalogue", "forms"}
    for each in waiting(updates):
        assert apply(updates, each.file, Shift()).step is Step.IDLE
    assert not waiting(updates)
    assert in_use(updates.store) == "2027.1"
    assert in_use(updates.store, "procedures") == json.loads(starter)["version"]
    assert in_use(updates.store, "forms-tt03-2025")
    copies = sorted(updates.shelf.before.iterdir())
    assert len(copies) == 3
    assert checked(copies[0], None) == 0
    with pytest.raises(UpdateHereAlreadyError):
        take(updates, package(tmp_path / "again.capnhat"))


def test_back_to_what_was_before(updates: Updates, tmp_path: Path) -> None:
    lists = updates.applier(False)  # noqa: FBT003
    with pytest.raises(UpdateNoWayBackError):
        last_done(updates)
    for version, after in (("2027.1", 0), ("2027.2", 1)):
        file = package(tmp_path / version, version=version, after=timedelta(days=after))
        apply(updates, take(updates, file).file, Shift())
        assert in_use(updates.store) == version
    assert go_back(updates, lists).version == "2027.2"
    assert in_use(updates.store) == "2027.1"
    with pytest.raises(UpdateRefusedBeforeError):  # it was left: nothing brings it by itself
        take(updates, file)
    assert go_back(updates, lists).version == "2027.1"
    assert in_use(updates.store) == ""  # the shipped one


def test_other_bytes_under_the_same_version(updates: Updates, tmp_path: Path) -> None:
    for after in (0, 1):
        body = calendar("7") + b" " * after
        file = package(tmp_path / "p", {"calendar": body}, after=timedelta(days=after))
        apply(updates, take(updates, file).file, Shift())
    assert in_use(updates.store).startswith("7-")


def test_nobody_is_disturbed_and_older_is_refused(updates: Updates, tmp_path: Path) -> None:
    ready = take(updates, package(tmp_path / "p")).file
    with pytest.raises(UpdateOfficerInError):
        apply(updates, ready, Shift(signed_in=True))
    with pytest.raises(UpdateDraftOpenError):
        apply(updates, ready, Shift(signed_in=True, open_forms=1))
    assert updates.shelf.state().step is Step.IDLE
    assert apply(updates, ready, Shift()).past
    with pytest.raises(UpdateDowngradeError):
        take(updates, package(tmp_path / "q", version="2026.9", after=timedelta(days=-9)))


REFUSED: dict[type[UpdateError], dict[str, Any]] = {
    UpdateOtherProductError: {"product": "other"},
    UpdateWrongPlatformError: {"platform": "windows-x86_64"},
    UpdateBaseTooOldError: {"oldest_base": "1.1"},
    UpdateContractError: {"contract_oldest": 2, "contract_newest": 3},
    UpdateContentError: {"kind": PackageKind.CATALOGUE},
    UpdateKeyUnknownError: {"key": SigningKey.create()},
    UpdateHereAlreadyError: {"kind": PackageKind.PROGRAM, "version": "1.0"},
    UpdateDowngradeError: {"kind": PackageKind.PROGRAM, "version": "0.9.9"},
}


def test_refused_in_words(updates: Updates, tmp_path: Path) -> None:
    for error, changes in REFUSED.items():
        file = package(tmp_path / "p.capnhat", {"calendar": b"{}"}, **changes)
        with pytest.raises(error) as caught:
            take(updates, file)
        assert "{" not in sentence(caught.value)
        _, (told,) = look(updates, tmp_path / "p.capnhat")
        assert type(told) is error
    assert not list(updates.shelf.ready.iterdir())


def test_every_changed_or_missing_byte_is_seen(updates: Updates, tmp_path: Path) -> None:
    whole = package(tmp_path / "whole", {"calendar": b'{"version": "1"}'}).read_bytes()
    torn = tmp_path / "torn.capnhat"
    for at in range(0, len(whole), 23):
        torn.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(
            (NotAnUpdateError, UpdateTornError, UpdateForgedError, UpdateKeyUnknownError)
        ):
            take(updates, torn)
        torn.write_bytes(whole[:at])
        with pytest.raises((NotAnUpdateError, UpdateTornError)):
            take(updates, torn)
    torn.write_bytes(whole + b"x")
    with pytest.raises(UpdateTornError):
        take(updates, torn)
    assert not list(updates.shelf.ready.iterdir())
    with pytest.raises(UpdateNotFoundError):
        take(updates, tmp_path / "nothing")


def test_a_copy_goes_on_where_it_was_cut(updates: Updates, tmp_path: Path) -> None:
    class PulledOutError(Exception):
        """The stick is gone."""

    def pull() -> None:
        raise PulledOutError

    body = calendar() + b" " * 600_000
    file = package(tmp_path / "p", {"calendar": body})
    with pytest.raises(PulledOutError):
        take(updates, file, pull)
    (half,) = updates.shelf.incoming.iterdir()
    assert 0 < half.stat().st_size < file.stat().st_size
    pauses: list[None] = []
    take(updates, file, lambda: pauses.append(None))
    assert waiting(updates)
    assert not list(updates.shelf.incoming.iterdir())


def test_a_list_that_cannot_be_read_is_given_up(updates: Updates, tmp_path: Path) -> None:
    ready = take(updates, package(tmp_path / "p", {"calendar": b'{"years": 3}'})).file
    with pytest.raises(UpdateNotMadeError) as caught:
        apply(updates, ready, Shift())
    assert "{" not in sentence(caught.value)
    state = updates.shelf.state()
    assert (state.step, state.past[-1].outcome) == (Step.IDLE, Outcome.FAILED)
    assert not waiting(updates)
    with pytest.raises(UpdateRefusedBeforeError):
        take(updates, tmp_path / "p")


def test_a_full_disk_gives_no_package_up(
    updates: Updates, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=10_000_000))
        with pytest.raises(UpdateDiskFullError) as caught:
            take(updates, package(tmp_path / "p"))
    assert "10 MB" in sentence(caught.value)
    ready = take(updates, tmp_path / "p").file

    def full(_: Path) -> None:
        raise StoreFullError(path=ready)

    with monkeypatch.context() as patch:
        patch.setattr(type(updates.store), "backup", lambda _, destination: full(destination))
        with pytest.raises(StoreFullError):
            apply(updates, ready, Shift())
    other = package(tmp_path / "q", version="2028.1", after=timedelta(days=2))
    no_room = OSError(errno.ENOSPC, "No space left on device")
    with monkeypatch.context() as patch:
        patch.setattr("counter_app.services.updates.package.os.fsync", _raising(no_room))
        with pytest.raises(UpdateDiskFullError):
            take(updates, other)
    assert settle(updates).step is Step.IDLE
    assert apply(updates, ready, Shift()).past[-1].outcome is Outcome.DONE


def _raising(error: OSError) -> Callable[[int], None]:
    def fsync(_: int) -> None:
        raise error

    return fsync


def test_a_province_signs_lists_and_no_program(
    open_counter: Callable[..., Any], tmp_path: Path
) -> None:
    own = SigningKey.create()
    updates = updates_of(open_counter().workplace.store, province=own.note.public)
    assert take(updates, package(tmp_path / "p", key=own))
    program = package(
        tmp_path / "q", {"x.deb": b"x"}, kind=PackageKind.PROGRAM, key=own, version="2"
    )
    with pytest.raises(UpdateKeyUnknownError):
        take(updates, program)


def test_a_key_introduces_the_next_and_that_one_retires_it(
    updates: Updates, tmp_path: Path
) -> None:
    following, stranger = SigningKey.create(), SigningKey.create()
    first = package(tmp_path / "1", introduces=following.note)
    old = read_head(first).key
    apply(updates, take(updates, first).file, Shift())
    second = package(
        tmp_path / "2", key=following, version="2", after=timedelta(days=1), retires=(old,)
    )
    apply(updates, take(updates, second).file, Shift())
    with pytest.raises(UpdateKeyUnknownError):  # the first key is no longer trusted
        take(updates, package(tmp_path / "3", version="3", after=timedelta(days=2)))
    third = package(tmp_path / "4", key=following, version="4", after=timedelta(days=3))
    assert take(updates, third)
    forged = package(tmp_path / "5", key=stranger, introduces=stranger.note)
    head = read_head(forged)
    (updates.shelf.keys / "forged.json").write_text(
        json.dumps({"words": head.words.hex(), "key": head.key, "signature": ""})
    )
    with pytest.raises(UpdateKeyUnknownError):
        take(updates, forged)
