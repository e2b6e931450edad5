from __future__ import annotations

import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from counter_app.domain.errors import CounterError
from counter_app.domain.errors.home import NotWritableError
from counter_app.domain.errors.vault import (
    KeyExistsError,
    KeyFileDamagedError,
    KeyMissingError,
    KeyringRefusedError,
    KeyringSilentError,
    MachineFileNotAllowedError,
    NoKeyError,
    NoKeyringError,
    OtherMachineError,
    WrongKeyError,
)
from counter_app.vault.machine import Machine, MarkSource
from counter_app.vault.places import KeyPlace
from counter_app.vault.recovery import new_pair, read_note, recover_key
from counter_app.vault.store_key import (
    KeyHome,
    create_key,
    ensure_recovery,
    open_key,
    restore_key,
)

PAIR = new_pair(random=lambda count: b"p" * count)


def test_the_key_is_made_once_and_opened_again(key_home: KeyHome, memory: Any) -> None:
    made = create_key(key_home)
    opened = open_key(key_home)
    assert opened.raw == made.raw
    assert len(made.raw) == 32
    assert made.place is opened.place is KeyPlace.KEYRING
    assert not key_home.secrets.exists()
    assert made.raw.hex() not in key_home.note.read_text()
    assert made.raw.hex() not in repr(made)
    assert str(made.raw) not in repr(made)
    if sys.platform != "win32":
        assert stat.S_IMODE(key_home.note.stat().st_mode) == 0o600


def test_randomness_is_passed_in(key_home: KeyHome, memory: Any) -> None:
    assert create_key(key_home, random=lambda count: b"r" * count).raw == b"r" * 32


def test_a_second_key_is_never_made(key_home: KeyHome, memory: Any) -> None:
    made = create_key(key_home)
    with pytest.raises(KeyExistsError) as caught:
        create_key(key_home)
    assert caught.value.facts == {"path": key_home.note}
    ensure_recovery(key_home, made.raw, PAIR.public)
    key_home.note.unlink()
    with pytest.raises(KeyExistsError) as caught:
        create_key(key_home)
    assert caught.value.facts == {"path": key_home.recovery}


def test_a_new_home_has_no_key(key_home: KeyHome, memory: Any) -> None:
    with pytest.raises(NoKeyError):
        open_key(key_home)


def test_two_homes_of_one_keyring_don_t_meet(
    key_home: KeyHome, memory: Any, tmp_path: Path
) -> None:
    other = replace(key_home, note=tmp_path / "b.json", recovery=tmp_path / "b.recovery")
    assert create_key(key_home).raw != create_key(other).raw
    assert open_key(key_home).raw != open_key(other).raw


def test_an_erased_keyring_loses_nothing(key_home: KeyHome, memory: Any) -> None:
    made = create_key(key_home)
    ensure_recovery(key_home, made.raw, PAIR.public)
    memory.kept.clear()
    with pytest.raises(KeyMissingError) as caught:
        open_key(key_home)
    assert caught.value.facts == {"recovery_file": key_home.recovery}
    raw = recover_key(key_home.recovery, PAIR.private)
    assert restore_key(key_home, raw).raw == made.raw
    assert open_key(key_home).raw == made.raw


def test_a_reset_profile_loses_nothing(key_home: KeyHome, memory: Any) -> None:
    """The keyring and the note are gone, the recovery file was kept elsewhere."""
    made = create_key(key_home)
    ensure_recovery(key_home, made.raw, PAIR.public)
    memory.kept.clear()
    key_home.note.unlink()
    with pytest.raises(KeyMissingError):
        open_key(key_home)
    restore_key(key_home, recover_key(key_home.recovery, PAIR.private))
    assert open_key(key_home).raw == made.raw


def test_a_dead_pc_loses_nothing(key_home: KeyHome, no_keyring: None, tmp_path: Path) -> None:
    """The home, machine file and all, is carried to another machine."""
    allowed = replace(key_home, allow_machine_file=True)
    made = create_key(allowed)
    ensure_recovery(allowed, made.raw, PAIR.public)
    elsewhere = replace(allowed, machine=Machine("0" * 64, MarkSource.SYSTEM, b"n" * 32))
    with pytest.raises(OtherMachineError):
        open_key(elsewhere)
    restore_key(elsewhere, recover_key(elsewhere.recovery, PAIR.private))
    assert open_key(elsewhere).raw == made.raw
    assert key_home.secrets.with_name("secrets.json.aside").exists()


def test_the_key_of_another_home_is_refused(key_home: KeyHome, memory: Any) -> None:
    made = create_key(key_home)
    with pytest.raises(WrongKeyError) as caught:
        restore_key(key_home, bytes(32))
    assert caught.value.facts["expected"] == made.key_id
    for place in memory.kept:
        for wrong in (bytes(32).hex(), "not hex", made.raw.hex()[:-2], ""):
            memory.kept[place] = wrong
            with pytest.raises(WrongKeyError):
                open_key(key_home)


def test_without_keyring_nothing_less_safe_happens_silently(
    key_home: KeyHome, no_keyring: None
) -> None:
    with pytest.raises(NoKeyringError):
        create_key(key_home)
    assert not key_home.note.exists()
    assert not key_home.secrets.exists()


def test_the_machine_file_must_be_allowed(key_home: KeyHome, no_keyring: None) -> None:
    allowed = replace(key_home, allow_machine_file=True)
    made = create_key(allowed)
    assert made.place is KeyPlace.MACHINE_FILE
    assert open_key(allowed).raw == made.raw
    assert made.raw.hex() not in key_home.secrets.read_text()
    with pytest.raises(MachineFileNotAllowedError):
        open_key(key_home)


def test_the_keyring_is_taken_where_there_is_one(key_home: KeyHome, memory: Any) -> None:
    assert create_key(replace(key_home, allow_machine_file=True)).place is KeyPlace.KEYRING
    assert not key_home.secrets.exists()


def test_a_key_in_a_keyring_that_is_away_is_not_missing(
    key_home: KeyHome, memory: Any, use_keyring: Callable[[Any], None], request: Any
) -> None:
    """Over ssh there is no keyring: that is another thing than an erased one."""
    create_key(key_home)
    request.getfixturevalue("no_keyring")
    with pytest.raises(NoKeyringError):
        open_key(replace(key_home, allow_machine_file=True))


def test_a_silent_keyring_never_leads_to_the_file(key_home: KeyHome, silent: Any) -> None:
    with pytest.raises(KeyringSilentError):
        create_key(replace(key_home, allow_machine_file=True, patience=0.1))
    assert not key_home.secrets.exists()
    assert not key_home.note.exists()


def test_a_keyring_that_forgets_is_found_out(key_home: KeyHome, forgetful: None) -> None:
    with pytest.raises(KeyringRefusedError):
        create_key(key_home)
    assert not key_home.note.exists()


def test_every_flipped_bit_of_the_note_is_an_error(key_home: KeyHome, memory: Any) -> None:
    """Or the same key; never another one."""
    made = create_key(key_home)
    whole = key_home.note.read_bytes()
    seen = set()
    for place in range(len(whole)):
        for bit in range(8):
            changed = whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :]
            key_home.note.write_bytes(changed)
            try:
                assert open_key(key_home).raw == made.raw
            except CounterError as error:
                seen.add(error.code)
    assert seen <= {"vault.key_file_damaged", "vault.key_missing", "vault.wrong_key"}


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff\xfe", b"[" * 60_000])
def test_a_damaged_note_is_written_anew_by_recovery(
    key_home: KeyHome, memory: Any, content: bytes
) -> None:
    made = create_key(key_home)
    key_home.note.write_bytes(content)
    with pytest.raises(KeyFileDamagedError):
        open_key(key_home)
    restore_key(key_home, made.raw)
    assert open_key(key_home).raw == made.raw


def test_the_recovery_file_is_made_once_and_healed(key_home: KeyHome, memory: Any) -> None:
    made = create_key(key_home)
    code = ensure_recovery(key_home, made.raw, PAIR.public, label="Quầy 1")
    whole = key_home.recovery.read_bytes()
    assert ensure_recovery(key_home, made.raw, PAIR.public, label="Quầy 1") == code
    assert key_home.recovery.read_bytes() == whole
    key_home.recovery.write_bytes(whole[:-20])
    assert ensure_recovery(key_home, made.raw, PAIR.public) != code
    assert recover_key(key_home.recovery, PAIR.private) == made.raw
    key_home.recovery.unlink()
    ensure_recovery(key_home, made.raw, PAIR.public)
    assert recover_key(key_home.recovery, PAIR.private) == made.raw


def test_a_new_recovery_key_of_the_province_is_followed(key_home: KeyHome, memory: Any) -> None:
    made = create_key(key_home)
    ensure_recovery(key_home, made.raw, PAIR.public)
    new = new_pair()
    ensure_recovery(key_home, made.raw, new.public)
    assert recover_key(key_home.recovery, new.private) == made.raw
    assert read_note(key_home.recovery).key_id == made.key_id


def test_a_home_that_is_gone_is_said(key_home: KeyHome, memory: Any, tmp_path: Path) -> None:
    made = create_key(key_home)
    gone = replace(key_home, note=tmp_path / "no" / "n", recovery=tmp_path / "no" / "r")
    with pytest.raises(NotWritableError):
        create_key(gone)
    with pytest.raises(NotWritableError):
        ensure_recovery(gone, made.raw, PAIR.public)


@pytest.mark.parametrize("at", [1, 2, 3, 4, 5, 6])
def test_a_kill_at_any_write_leaves_no_key_or_one_that_opens(
    key_home: KeyHome, no_keyring: None, tmp_path: Path, at: int
) -> None:
    """A real SIGKILL before the n-th rename or fsync of making a key; then the work goes on."""
    folder = tmp_path / "home"
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", _MAKER, str(folder), str(at)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    home = replace(
        key_home,
        note=folder / "key.json",
        recovery=folder / "recovery.json",
        secrets=folder / "secrets.json",
        allow_machine_file=True,
    )
    try:
        key = open_key(home)
    except NoKeyError:
        key = create_key(home)
    ensure_recovery(home, key.raw, PAIR.public)
    assert recover_key(home.recovery, PAIR.private) == open_key(home).raw


_MAKER = """
import os, signal, sys
from pathlib import Path
import keyring
from keyring.backends import fail
keyring.set_keyring(fail.Keyring())
from counter_app.vault.machine import Machine, MarkSource
from counter_app.vault.store_key import KeyHome, create_key
left = int(sys.argv[2])
def killing(call):
    def counted(*args, **more):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*args, **more)
    return counted
os.fsync, os.rename, os.replace = map(killing, (os.fsync, os.rename, os.replace))
Path.replace = lambda self, target: os.replace(self, target)
folder = Path(sys.argv[1])
create_key(KeyHome(folder / "key.json", folder / "recovery.json", folder / "secrets.json",
    Machine("f" * 64, MarkSource.SYSTEM, b"m" * 32), allow_machine_file=True))
"""
