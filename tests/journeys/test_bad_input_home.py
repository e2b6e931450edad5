"""Homes that can't be used, keys that don't fit, commands that are typed wrongly."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from counter_app.app import home as app
from counter_app.cli import doctor
from counter_app.config import Folders, HomeLock
from counter_app.domain.errors.paper import NoFontsError
from counter_app.papers import fonts
from counter_app.store.mark import Condition
from counter_app.vault.machine import Machine, MarkSource
from tests.gateway.faulty import Handler, Seen, faulty
from tests.journeys.bad_input import Commands, careful, kept, refused, said
from tests.sandbox.running import RunningSandbox

READING = ("verify", "rebuild", "backup")


def words_of(name: str, folder: Path) -> list[object]:
    """Return what the command `name` needs besides a home."""
    return [folder / "copy.db"] if name == "backup" else []


HOMES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "never enrolled": (lambda folder: folder / "new", "work.not_enrolled"),
    "an empty folder": (lambda folder: folder, "work.not_enrolled"),
    "a file": (lambda folder: folder / "file", "home.not_a_folder"),
    "inside a file": (lambda folder: folder / "file" / "home", "home.not_writable"),
    "a name without end": (lambda folder: folder / ("x" * 300), "home.not_writable"),
    "a user whom nobody knows": (lambda _: Path("~no-such-user/home"), "home.not_a_folder"),
    "a path of Windows": (lambda _: Path("Q:\\quay-1"), "work.not_enrolled"),
    "a link to nowhere": (lambda folder: folder / "link", "work.not_enrolled"),
    "a link in a circle": (lambda folder: folder / "circle", "home.not_writable"),
}


@pytest.mark.parametrize(("where", "code"), HOMES.values(), ids=HOMES.keys())
@pytest.mark.parametrize("name", READING)
def test_a_home_that_is_none(
    where: Callable[[Path], Path], code: str, name: str, tmp_path: Path, command: Commands
) -> None:
    (tmp_path / "file").write_text("của tôi", encoding="utf-8")
    (tmp_path / "link").symlink_to("nowhere")
    (tmp_path / "circle").symlink_to("circle")
    refused(command(name, *words_of(name, tmp_path), home=where(tmp_path)), code)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "của tôi"
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("name", ["verify", "rebuild", "backup", "restore", "import-catalogue"])
def test_two_programs_on_one_home(name: str, home: Path, tmp_path: Path, command: Commands) -> None:
    before = kept(home)
    words = [tmp_path / "copy.db"] if name in {"backup", "restore"} else []
    if name == "import-catalogue":
        words = [Path(__file__).parents[2] / "resources" / "procedures" / "starter.json"]
    if name == "restore":
        assert command("backup", tmp_path / "copy.db", home=home).code == 0
    with HomeLock(Folders.at(home)):
        done = command(name, *words, home=home)
    refused(done, "home.in_use")
    assert str(os.getpid()) in done.err
    assert kept(home) == before


MISPLACED: dict[str, tuple[str, str]] = {
    "settings are a folder": ("settings.toml", "home.settings_damaged"),
    "store is a folder": ("store.db", "store.gone"),
    "mark is a folder": ("mark.json", "store.disk"),
    "lock is a folder": ("home.lock", "home.not_writable"),
    "key note is a folder": ("key.json", "vault.key_file_damaged"),
    "secrets are a folder": ("secrets.json", "vault.machine_file_damaged"),
    "logs are a file": ("logs", "home.not_writable"),
}


@pytest.mark.parametrize(("name", "code"), MISPLACED.values(), ids=MISPLACED.keys())
def test_a_folder_where_a_file_is_needed(
    name: str, code: str, sealed_home: Path, command: Commands
) -> None:
    path, aside = sealed_home / name, sealed_home.with_name("aside")
    path.rename(aside)
    if aside.is_dir():
        path.write_text("của tôi", encoding="utf-8")
    else:
        path.mkdir()
    refused(command("verify", home=sealed_home, plain=False), code)
    path.rmdir() if path.is_dir() else path.unlink()
    aside.rename(path)
    assert command("verify", home=sealed_home, plain=False).code == 0


SETTINGS: dict[str, tuple[bytes, str]] = {
    "half a line": (b"server_url = ", "home.settings_damaged"),
    "binary": (b"\x00\xff\xfe" * 30, "home.settings_damaged"),
    "UTF-16": ('counter = "Quầy 1"'.encode("utf-16"), "home.settings_damaged"),
    "a key twice": (b"practice = true\npractice = false\n", "home.settings_damaged"),
    "JSON": (b'{"counter": "1"}', "home.settings_damaged"),
    "number as text": (b'sync_seconds = "30"', "home.settings_refused"),
    "too long a wait": (b"timeout_seconds = 9999", "home.settings_refused"),
    "unknown forms": (b'form_set = "TT99"', "home.settings_refused"),
    "plain http": (b'server_url = "http://motcua.example"', "home.settings_refused"),
    "address with a space": (b'server_url = "https://mot cua"', "home.settings_refused"),
    "password in the address": (b'server_url = "https://a:b@c.example"', "home.settings_refused"),
}


@pytest.mark.parametrize(("content", "code"), SETTINGS.values(), ids=SETTINGS.keys())
def test_settings_that_can_t_be_used(
    content: bytes, code: str, home: Path, command: Commands
) -> None:
    before = kept(home)
    (home / "settings.toml").write_bytes(content)
    done = command("verify", home=home)
    refused(done, code)
    if code == "home.settings_refused":
        assert "  · " in done.err
        assert "settings." not in done.err.replace("settings.toml", "")
    assert (home / "settings.toml").read_bytes() == content
    assert kept(home) == before


def without(text: str, name: str) -> str:
    plain = json.loads(text)
    del plain[name]
    return json.dumps(plain)


def with_value(text: str, name: str, value: object) -> str:
    return json.dumps({**json.loads(text), name: value})


NOTES: dict[str, tuple[Callable[[str], str], str]] = {
    "empty": (lambda _: "", "vault.key_file_damaged"),
    "half": (lambda text: text[: len(text) // 2], "vault.key_file_damaged"),
    "of another kind": (lambda _: "[1, 2]", "vault.key_file_damaged"),
    "of a later program": (lambda t: with_value(t, "version", 99), "vault.key_file_damaged"),
    "without a place": (lambda text: without(text, "place"), "vault.key_file_damaged"),
    "in an unknown place": (lambda t: with_value(t, "place", "pocket"), "vault.key_file_damaged"),
    "of another key": (lambda t: with_value(t, "key_id", "0" * 16), "vault.wrong_key"),
    "in the keyring": (lambda t: with_value(t, "place", "keyring"), "vault.no_keyring"),
}


@pytest.mark.usefixtures("no_keyring")
@pytest.mark.parametrize(("change", "code"), NOTES.values(), ids=NOTES.keys())
def test_a_key_note_that_can_t_be_used(
    change: Callable[[str], str], code: str, sealed_home: Path, command: Commands
) -> None:
    note = sealed_home / "key.json"
    sound = note.read_text(encoding="utf-8")
    note.write_text(change(sound), encoding="utf-8")
    store = (sealed_home / "store.db").read_bytes()
    refused(command("verify", home=sealed_home, plain=False), code)
    assert (sealed_home / "store.db").read_bytes() == store
    note.write_text(sound, encoding="utf-8")
    assert command("verify", home=sealed_home, plain=False).code == 0


def drop(*names: str) -> Callable[[Path], object]:
    """Return what removes these files of a home."""
    return lambda home: [(home / name).unlink() for name in names]


KEYS: dict[str, tuple[Callable[[Path], object], str]] = {
    "note gone": (drop("key.json"), "vault.key_missing"),
    "note and recovery gone": (drop("key.json", "recovery.json"), "vault.no_key"),
    "secrets gone": (drop("secrets.json"), "vault.key_missing"),
    "secrets cut": (
        lambda home: (home / "secrets.json").write_text("{"),
        "vault.machine_file_damaged",
    ),
    "machine file not allowed any more": (
        lambda home: (home / "settings.toml").write_text("allow_machine_file = false\n"),
        "vault.machine_file_not_allowed",
    ),
}


@pytest.mark.parametrize(("damage", "code"), KEYS.values(), ids=KEYS.keys())
def test_a_key_that_isn_t_there(
    damage: Callable[[Path], object],
    code: str,
    sealed_template: Path,
    sealed_home: Path,
    command: Commands,
) -> None:
    store = (sealed_home / "store.db").read_bytes()
    damage(sealed_home)
    refused(command("verify", home=sealed_home, plain=False), code)
    assert (sealed_home / "store.db").read_bytes() == store
    shutil.copytree(sealed_template, sealed_home, dirs_exist_ok=True)
    assert command("verify", home=sealed_home, plain=False).code == 0


OTHER_MACHINE = Machine("c" * 64, MarkSource.SYSTEM, b"another machine".ljust(32, b"."))


def test_an_encrypted_home_on_another_machine(
    sealed_home: Path, command: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "identify", lambda _: OTHER_MACHINE)
    refused(command("verify", home=sealed_home, plain=False), "vault.other_machine")
    monkeypatch.undo()
    assert command("verify", home=sealed_home, plain=False).code == 0


def test_a_copied_home_gives_no_number_of_the_first_one(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept(home)
    monkeypatch.setattr(app, "identify", lambda _: OTHER_MACHINE)
    with app.open_home(home, plain_store=True) as opened:
        assert opened.settled is not None
        assert opened.settled.condition is Condition.RESTORED
        with opened.store.reading() as tx:
            assert not any(block.left for block in tx.numbers.blocks(opened.enrolment().centre))
    assert kept(home).codes == before.codes


@pytest.mark.parametrize("content", [None, "", "{", "[]"])
def test_a_recovery_file_that_was_lost_is_made_again(
    content: str | None, sealed_home: Path, command: Commands
) -> None:
    path = sealed_home / "recovery.json"
    path.unlink()
    if content is not None:
        path.write_text(content)
    assert command("verify", home=sealed_home, plain=False).code == 0
    assert json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.usefixtures("no_keyring")
def test_a_new_home_without_a_keyring_isn_t_begun(tmp_path: Path, command: Commands) -> None:
    words = ("--server", "http://127.0.0.1:9", "--code", "AAAA-BBBB")
    refused(command("enrol", *words, home=tmp_path / "home", plain=False), "vault.no_keyring")
    assert not (tmp_path / "home" / "store.db").exists()


ENROLMENTS: dict[str, tuple[str, str, str]] = {
    "a code too short": ("{url}", "AB", "work.enrol_code_shape"),
    "no code": ("{url}", " ", "work.enrol_code_shape"),
    "a code without end": ("{url}", "A" * 5000, "work.enrol_code_shape"),
    "a wrong code": ("{url}", "AAAA-BBBB", "wire.enrol_refused"),
    "a code in Vietnamese": ("{url}", "MÃ-GHI-DANH", "wire.enrol_refused"),
    "server down": ("http://127.0.0.1:9", "AAAA-BBBB", "work.enrol_interrupted"),
    "server of nobody": ("https://may-chu.invalid", "AAAA-BBBB", "work.enrol_interrupted"),
    "no server": ("", "AAAA-BBBB", "home.settings_refused"),
    "no encryption": ("http://motcua.example", "AAAA-BBBB", "home.settings_refused"),
    "no address": ("motcua", "AAAA-BBBB", "home.settings_refused"),
    "no port": ("http://127.0.0.1:99999", "AAAA-BBBB", "home.settings_refused"),
    "an open bracket": ("https://[", "AAAA-BBBB", "home.settings_refused"),
}


@pytest.mark.parametrize(("url", "given", "code"), ENROLMENTS.values(), ids=ENROLMENTS.keys())
def test_an_enrolment_that_can_t_be(
    url: str, given: str, code: str, tmp_path: Path, command: Commands, province: RunningSandbox
) -> None:
    home = tmp_path / "home"
    words = ("--server", url.format(url=province.url), "--code", given)
    refused(command("enrol", *words, home=home), code)
    good = ("--server", province.url, "--code", province.enrol_code("4"))
    done = command("enrol", *good, home=home)
    assert done.code == 0, done.err
    refused(command("enrol", *good, home=home), "work.already_enrolled")


def wifi(handler: Handler, _: Seen) -> None:
    handler.answer(200, b"<html>Wi-Fi</html>", "text/html")


def half(handler: Handler, _: Seen) -> None:
    handler.answer(200, b'{"device": "000')


@pytest.mark.parametrize("behave", [wifi, half])
def test_an_enrolment_with_somebody_else(
    behave: Callable[[Handler, Seen], None], tmp_path: Path, command: Commands
) -> None:
    with faulty(behave) as server:
        words = ("--server", server.url, "--code", "AAAA-BBBB")
        refused(command("enrol", *words, home=tmp_path / "home"), "work.enrol_interrupted")


def test_no_fonts(
    home: Path, tmp_path: Path, command: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The doctor names them, and what is to be installed; the dossiers aren't touched."""
    before = kept(home)
    monkeypatch.setattr(fonts, "font_folders", lambda: (tmp_path,))
    with pytest.raises(NoFontsError) as caught:
        fonts.choose_fonts()
    said(caught.value, "paper.no_fonts")
    (finding,) = [each for each in doctor.machine_checks() if each.what == "Phông giấy tờ"]
    assert not finding.ok
    assert "fonts-liberation2" in finding.next
    done = command("doctor", home=home)
    assert done.code == 1
    careful(done.out)
    assert "paper.no_fonts" not in done.out
    assert kept(home) == before


def test_the_doctor_says_no_bare_code(tmp_path: Path, command: Commands) -> None:
    done = command("doctor", home=tmp_path / "home")
    assert done.code == 1
    assert "work.not_enrolled" not in done.out
    assert "Máy này chưa được ghi danh" in done.out
