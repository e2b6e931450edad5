from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from counter_app.domain.errors.home import NotWritableError
from counter_app.vault.machine import MarkSource, identify

MARK = "0123456789abcdef0123456789abcdef"


def test_the_system_s_mark_is_used_and_never_shown(tmp_path: Path) -> None:
    mark = tmp_path / "machine-id"
    mark.write_text(f"{MARK}\n")
    own = tmp_path / "state" / "own"
    machine = identify(own, marks=(tmp_path / "none", mark))
    assert machine.source is MarkSource.SYSTEM
    assert machine == identify(own, marks=(mark,))
    assert not own.exists()
    assert len(machine.fingerprint) == 64
    assert MARK not in repr(machine)
    assert machine.secret.hex() not in repr(machine)
    assert machine.secret.hex() != machine.fingerprint


@pytest.mark.parametrize("content", ["", "uninitialized\n", "0" * 32, "xyz", "ế"])
def test_without_a_mark_one_is_made_and_stays(tmp_path: Path, content: str) -> None:
    mark = tmp_path / "machine-id"
    mark.write_text(content, "utf-8")
    own = tmp_path / "state" / "own"
    machine = identify(own, marks=(mark,))
    assert machine.source is MarkSource.OWN_FILE
    assert identify(own, marks=(mark,)) == machine
    assert identify(tmp_path / "other", marks=(mark,)) != machine
    if sys.platform != "win32":
        assert stat.S_IMODE(own.stat().st_mode) == 0o600


def test_an_own_mark_that_can_t_be_kept_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritableError):
        identify(tmp_path / "file" / "own", marks=())


def test_this_very_machine_is_known_again(tmp_path: Path) -> None:
    assert identify(tmp_path / "own") == identify(tmp_path / "own")
