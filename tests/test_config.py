from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app import config
from counter_app.config import (
    FORM_SETS,
    LANGUAGES,
    LAYOUTS,
    Folders,
    HomeLock,
    Settings,
    read_settings,
    resource,
    write_settings,
)
from counter_app.domain.errors.home import (
    InUseError,
    NotWritableError,
    PartMissingError,
    SettingsDamagedError,
)
from counter_app.domain.problems import only_false

# --- folders ---------------------------------------------------------------------------------


def test_a_home_holds_everything_but_the_machine_s_mark(tmp_path: Path) -> None:
    folders = Folders.at(tmp_path / "home")
    paths = {
        name: getattr(folders, name)
        for name, value in vars(Folders).items()
        if isinstance(value, property)
    }
    inside = {name for name, path in paths.items() if path.parent == folders.home}
    outside = {"machine_file", "witness_folder"}
    assert set(paths) - inside == outside
    assert not any(paths[name].is_relative_to(folders.home) for name in outside)
    assert len(set(paths.values())) == len(paths)
    assert not folders.home.exists()


def test_home_is_absolute_and_knows_the_tilde(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert Folders.at(Path("here")).home == tmp_path / "here"
    assert Folders.at(Path("~/there")).home == tmp_path / "there"


def test_without_a_flag_it_is_the_machine_s_one_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert Folders.at().home.name == "counter-app"
    if sys.platform == "linux":
        assert Folders.at().home == tmp_path / "counter-app"


def test_prepare_makes_private_folders_and_leaves_nothing_else(tmp_path: Path) -> None:
    folders = Folders.at(tmp_path / "a" / "home")
    folders.prepare()
    folders.prepare()
    assert {path.name for path in folders.home.iterdir()} == {"logs", "papers"}
    if sys.platform != "win32":
        assert stat.S_IMODE(folders.home.stat().st_mode) == 0o700


def test_a_home_that_can_t_be_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritableError) as caught:
        Folders.at(tmp_path / "file" / "home").prepare()
    assert caught.value.facts["path"] == tmp_path / "file" / "home"

    def read_only(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(Path, "touch", read_only)
    with pytest.raises(NotWritableError) as caught:
        Folders.at(tmp_path).prepare()
    assert caught.value.facts["reason"] == "Read-only file system"


# --- the lock --------------------------------------------------------------------------------

_HOLDER = """
import sys
from pathlib import Path
from counter_app.config import Folders, HomeLock
with HomeLock(Folders.at(Path(sys.argv[1]))):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_program(home: Path) -> Iterator[subprocess.Popen[str]]:
    program = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with program:
        try:
            assert program.stdout is not None
            assert program.stdout.readline() == "held\n"
            yield program
        finally:
            program.kill()


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    made = Folders.at(tmp_path / "home")
    made.prepare()
    return made


def test_two_programs_on_one_home(folders: Folders) -> None:
    with another_program(folders.home) as program:
        with pytest.raises(InUseError) as caught, HomeLock(folders):
            pass
        assert caught.value.facts == {"path": folders.home, "pid": str(program.pid)}
        assert program.stdin is not None
        program.stdin.close()
        program.wait(30)
    with HomeLock(folders):
        assert folders.lock_file.read_text() == str(os.getpid())


def test_a_kill_releases_the_lock_and_the_next_one_sweeps(folders: Folders) -> None:
    with another_program(folders.home) as program:
        leftover = folders.home / f".mark.json.{program.pid}-1.part"
        leftover.write_text("half")
        with pytest.raises(InUseError), HomeLock(folders):
            pass
        assert leftover.exists()
        program.send_signal(signal.SIGKILL)
        program.wait(30)
    with HomeLock(folders):
        assert not leftover.exists()


def test_a_second_lock_in_one_process_is_refused_too(folders: Folders) -> None:
    with HomeLock(folders):
        with pytest.raises(InUseError), HomeLock(folders):
            pass
        with pytest.raises(InUseError), HomeLock(folders):
            pass
    with HomeLock(folders) as lock:
        lock.release()
        lock.release()
        with HomeLock(folders):
            pass


def test_a_child_of_the_program_doesn_t_hold_the_lock(folders: Folders) -> None:
    with HomeLock(folders):
        child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    with child:
        with HomeLock(folders):
            pass
        child.kill()


def test_two_homes_are_two_locks(folders: Folders, tmp_path: Path) -> None:
    other = Folders.at(tmp_path / "other")
    other.prepare()
    with HomeLock(folders), HomeLock(other):
        pass


def test_a_lock_in_no_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotWritableError), HomeLock(Folders.at(tmp_path / "none")):
        pass


def test_a_strange_lock_file_names_nobody(folders: Folders) -> None:
    with HomeLock(folders):
        folders.lock_file.write_bytes(b"\xff")
        with pytest.raises(InUseError) as caught, HomeLock(folders):
            pass
    assert caught.value.facts["pid"] == "?"


# --- settings --------------------------------------------------------------------------------


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.toml") == (Settings(), ())


def test_flags_win_over_the_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('counter = "Quầy 1"\npractice = true\n', "utf-8")
    found, problems = read_settings(path, {"counter": "Quầy 2", "printer": None})
    assert found == Settings(counter="Quầy 2", practice=True)
    assert problems == ()


def test_an_unknown_name_is_named_with_its_neighbour(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('servr_url = "https://x"\n[zzz]\na = 1\n', "utf-8")
    found, problems = read_settings(path)
    assert found == Settings()
    assert [(p.code, p.field, dict(p.facts)["near"]) for p in problems] == [
        ("settings.unknown_key", "/servr_url", "server_url"),
        ("settings.unknown_key", "/zzz", "–"),
    ]
    assert only_false(problems) == ()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('practice = "yes"', "wrong_kind"),
        ("practice = 1", "wrong_kind"),
        ("purge_days = true", "wrong_kind"),
        ("purge_days = 30.0", "wrong_kind"),
        ("counter = 1", "wrong_kind"),
        ('counter = ["a"]', "wrong_kind"),
        ('language = "fr"', "wrong_choice"),
        ('form_set = "TT02-2020"', "wrong_choice"),
        ('layout = "A5"', "wrong_choice"),
        ("purge_days = 29", "out_of_range"),
        ("purge_days = 3651", "out_of_range"),
        ("timeout_seconds = -1", "out_of_range"),
        ('server_url = "http://dvc.example"', "not_https"),
        ('server_url = "https://"', "not_https"),
        ('server_url = "dvc.example"', "not_https"),
        ('server_url = "https://u:p@dvc.example"', "not_https"),
        ('server_url = "http://127.0.0.1.example"', "not_https"),
        ('server_url = "https://dvc.example:x"', "not_https"),
        ('server_url = "https://[::1"', "not_https"),
    ],
)
def test_a_false_value_is_named_and_not_taken(tmp_path: Path, line: str, code: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(line, "utf-8")
    found, problems = read_settings(path)
    assert found == Settings()
    assert [p.code for p in only_false(problems)] == [f"settings.{code}"]


@pytest.mark.parametrize(
    "url", ["", "https://dvc.example", "https://dvc.example:8443/api", "http://127.0.0.1:8000"]
)
def test_https_or_this_very_machine(tmp_path: Path, url: str) -> None:
    assert read_settings(tmp_path / "none", {"server_url": url}) == (Settings(server_url=url), ())


@pytest.mark.parametrize("content", [b"counter = ", b"\xff\xfe", b"a = 1\na = 2", b"[[["])
def test_a_damaged_file_is_said_with_its_place(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    with pytest.raises(SettingsDamagedError) as caught:
        read_settings(path)
    assert caught.value.facts["path"] == path
    assert caught.value.facts["reason"]


def test_a_folder_in_its_place_is_damaged_too(tmp_path: Path) -> None:
    with pytest.raises(SettingsDamagedError):
        read_settings(tmp_path)


def test_what_windows_editors_write_is_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes('\ufeffcounter = "Quầy 1"\r\n'.encode())
    assert read_settings(path)[0].counter == "Quầy 1"


@settings(max_examples=100, deadline=None)
@given(
    counter=st.text(st.characters(codec="utf-8")),
    printer=st.text(st.characters(codec="utf-8")),
    practice=st.booleans(),
    language=st.sampled_from(LANGUAGES),
    form_set=st.sampled_from(FORM_SETS),
    layout=st.sampled_from(LAYOUTS),
    days=st.integers(30, 3650),
)
def test_any_settings_come_back(
    tmp_path_factory: pytest.TempPathFactory,
    counter: str,
    printer: str,
    practice: bool,
    language: str,
    form_set: str,
    layout: str,
    days: int,
) -> None:
    path = tmp_path_factory.mktemp("s") / "settings.toml"
    wanted = Settings(
        counter=counter,
        printer=printer,
        practice=practice,
        language=language,
        form_set=form_set,
        layout=layout,
        purge_days=days,
    )
    write_settings(path, wanted)
    assert read_settings(path) == (wanted, ())
    assert set(tomllib.loads(path.read_text("utf-8"))) == {item.name for item in fields(Settings)}


def test_every_default_is_a_value_that_would_be_taken(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none", asdict(Settings())) == (Settings(), ())


def test_settings_that_can_t_be_written_are_said(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    write_settings(path, Settings(counter="1"))
    with pytest.raises(NotWritableError):
        write_settings(path / "x", replace(Settings(), counter="2"))
    assert read_settings(path)[0].counter == "1"


# --- resources -------------------------------------------------------------------------------


def test_resources_are_found_in_a_checkout() -> None:
    assert resource("i18n", "en.po").is_file()
    with pytest.raises(PartMissingError) as caught:
        resource("i18n", "xx.po")
    assert caught.value.facts == {"name": "i18n/xx.po"}


def test_resources_are_found_in_a_wheel_and_there_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "counter_app"
    for root, content in ((package, "wheel"), (tmp_path, "stray")):
        (root / "resources").mkdir(parents=True)
        (root / "resources" / "a.txt").write_text(content)
    monkeypatch.setattr(config, "__file__", str(package / "config.py"))
    assert resource("a.txt").read_text() == "wheel"
