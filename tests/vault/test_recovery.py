from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain.errors import CounterError
from counter_app.domain.errors.vault import (
    RecoveryDamagedError,
    RecoveryNewerError,
    RecoveryOtherKeyError,
)
from counter_app.vault import recovery
from counter_app.vault.recovery import key_print, new_pair, read_note, recover_key, seal_recovery

KEY = bytes(range(32))
PAIR = new_pair(random=lambda count: b"p" * count)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "recovery.json"
    path.write_bytes(seal_recovery(KEY, PAIR.public, label="Quầy 1 – 00042"))
    return path


def test_the_province_gets_the_key_back(file: Path) -> None:
    assert recover_key(file, PAIR.private) == KEY
    note = read_note(file)
    assert note.label == "Quầy 1 – 00042"
    assert note.recipient == key_print(PAIR.public)
    assert KEY.hex() not in file.read_text("utf-8")
    assert "ppp" not in repr(PAIR)


def test_the_printed_code_is_short_and_of_this_file(file: Path) -> None:
    code = read_note(file).code
    assert [len(part) for part in code.split("-")] == [4, 4, 4, 4]
    assert not set(code) & set("ILOU")
    file.write_bytes(seal_recovery(KEY, PAIR.public, label="Quầy 1 – 00042"))
    assert read_note(file).code != code


def test_every_flipped_bit_is_seen(file: Path) -> None:
    """Never a wrong key, never another error than ours."""
    whole = file.read_bytes()
    for place in range(len(whole)):
        for bit in range(8):
            file.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :])
            with pytest.raises(CounterError):
                recover_key(file, PAIR.private)


def test_every_cut_is_seen(file: Path) -> None:
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        with pytest.raises(RecoveryDamagedError):
            recover_key(file, PAIR.private)


@pytest.mark.parametrize("name", ["label", "key_id", "recipient", "sealed"])
def test_a_changed_field_with_a_fitting_code_is_seen(file: Path, name: str) -> None:
    """The code only finds accidents; the seal finds intent."""
    data = json.loads(file.read_text("utf-8"))
    del data["code"]
    data[name] = data[name][:-1] + ("0" if data[name][-1] != "0" else "1")
    data["code"] = recovery._code(data)
    file.write_text(json.dumps(data), "utf-8")
    with pytest.raises((RecoveryDamagedError, RecoveryOtherKeyError)):
        recover_key(file, PAIR.private)


def test_what_mail_and_editors_do_to_a_file_is_harmless(file: Path) -> None:
    data = json.loads(file.read_text("utf-8"))
    turned = dict(reversed(data.items()))
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(turned, indent=4).replace("\n", "\r\n").encode())
    assert recover_key(file, PAIR.private) == KEY


@pytest.mark.parametrize("private", [b"q" * 32, b"", b"p" * 31])
def test_another_private_key_is_named_as_such(file: Path, private: bytes) -> None:
    with pytest.raises(RecoveryOtherKeyError) as caught:
        recover_key(file, private)
    assert caught.value.facts == {"recipient": key_print(PAIR.public)}


def test_a_file_of_a_newer_program_is_named_as_such(file: Path) -> None:
    file.write_text(file.read_text("utf-8").replace('"version": 1', '"version": 2'), "utf-8")
    with pytest.raises(RecoveryNewerError) as caught:
        recover_key(file, PAIR.private)
    assert caught.value.facts == {"version": 2}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 900,
        b"[]",
        b"null",
        b"{}",
        b'{"format": "counter-app recovery file", "version": true}',
        b'{"format": "counter-app recovery file", "version": 1}',
        b"<html>404</html>",
        b"[" * 60_000,
        b" " * 70_000 + b"{}",
    ],
)
def test_what_is_no_recovery_file_is_damaged(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(RecoveryDamagedError) as caught:
        recover_key(file, PAIR.private)
    assert caught.value.facts == {"path": file}


def test_a_missing_file_or_a_folder_is_damaged(tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(RecoveryDamagedError):
            read_note(path)


@settings(max_examples=50, deadline=None)
@given(
    key=st.binary(min_size=32, max_size=32),
    label=st.text(st.characters(codec="utf-8"), max_size=40),
)
def test_any_key_and_label_come_back(
    tmp_path_factory: pytest.TempPathFactory, key: bytes, label: str
) -> None:
    path = tmp_path_factory.mktemp("r") / "recovery.json"
    pair = new_pair()
    path.write_bytes(seal_recovery(key, pair.public, label=label))
    assert recover_key(path, pair.private) == key
    assert read_note(path).label == label
