"""What can be told of the Debian package without freezing the program: see also tests/debian."""

from __future__ import annotations

import argparse
import configparser
import hashlib
import io
import os
import re
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from counter_app import __version__
from counter_app.cli import COMMANDS, _parser
from counter_app.desktop.theme.tokens import LIGHT
from installer.debian.control import TOP, changelog, least_glibc, system_packages
from installer.debian.icon import DRAWINGS, SIZES, picture
from installer.debian.man_page import commands, man_page
from installer.debian.tree import HERE, QUICK, SCRIPTS, pack

TIME = 1_767_225_600
MACROS = {".TH", ".SH", ".SS", ".TP", ".B", ".I", ".PP", ".br", ".nf", ".fi"}


def run(*words: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **more}
    return subprocess.run(words, capture_output=True, text=True, check=False, env=environment)


def test_depends_is_what_prepare_installs_without_python() -> None:
    """`prepare.sh` was proved on a bare machine: the package asks for the same, from one list."""
    text = (TOP / "installer/prepare.sh").read_text(encoding="utf-8")
    asked = run("sh", "-c", text.partition("if [")[0].split("kind=")[1].partition("\n")[2]
                + "\necho $packages").stdout.split()  # fmt: skip
    assert set(system_packages()) == set(asked) - {"python3", "python3-venv"}
    assert {"fonts-liberation2", "libcups2", "libxcb-shape0", "libegl1"} <= set(system_packages())


def test_the_man_page_says_what_the_command_line_says() -> None:
    page = man_page(TIME).replace("\\-", "-").replace("\\&", "")
    assert {name.replace("_", "-") for name in COMMANDS} <= {name for name, _ in _known()}
    for name, command in _known():
        assert f'.SS "{name}"' in page
        for action in command._actions:
            shown = [option for option in action.option_strings if action.help != argparse.SUPPRESS]
            assert all(option in page for option in shown), (name, shown)
    assert "--measure" not in page
    assert "show this help" not in page
    assert __version__ in page.splitlines()[0]


def test_roff_takes_no_text_for_a_command() -> None:
    begun = {line.split()[0] for line in man_page(TIME).splitlines() if line.startswith((".", "'"))}
    assert begun <= MACROS


def _known() -> list[tuple[str, argparse.ArgumentParser]]:
    return list(commands(_parser(COMMANDS)))


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_desktop_entry_starts_the_program_under_its_icon(name: str) -> None:
    entry = configparser.RawConfigParser()
    entry.optionxform = str
    entry.read_string((HERE / f"{name}.desktop").read_text(encoding="utf-8"))
    said = entry["Desktop Entry"]
    assert said["Type"] == "Application"
    assert said["Exec"].split()[0] == "counter-app"
    assert set(said["Exec"].split()[1:]) <= {word for word, _ in _known()}
    assert said["Icon"] == name
    assert said["Name"].startswith("Quầy một cửa")
    assert ("tập huấn" in said["Name"]) == (said["Exec"] == "counter-app train")
    assert said["Terminal"] == "false"
    for key in ("Name", "GenericName", "Comment"):
        assert said[f"{key}[en]"].isascii()
    assert said["Categories"].endswith(";")
    assert said["Keywords"].endswith(";")


def test_the_desktop_knows_the_window_by_the_programs_name() -> None:
    window = (TOP / "counter_app/app/window.py").read_text(encoding="utf-8")
    entry = (HERE / "counter-app.desktop").read_text(encoding="utf-8")
    known = re.search(r"(?m)^StartupWMClass=(.*)$", entry)
    assert known
    assert f'setApplicationName("{known[1]}")' in window


@pytest.mark.parametrize("size", [SIZES[0], SIZES[2], SIZES[-1]])
@pytest.mark.parametrize("name", DRAWINGS)
def test_an_icon_is_drawn_small_and_large(name: str, size: int, qapp: object) -> None:
    image = Image.open(io.BytesIO(picture(DRAWINGS[name], size)))
    assert image.size == (size, size)
    assert image.getpixel((0, 0))[3] == 0
    assert len(image.getcolors(1 << 20) or ()) > 10


def test_the_icon_has_the_programs_colour() -> None:
    drawing = DRAWINGS["counter-app"].read_text(encoding="utf-8")
    assert LIGHT.accent.lower() in drawing.lower()


def test_the_changelog_has_every_release() -> None:
    told = changelog("9.9", TIME)
    assert told.startswith("counter-app (9.9) bookworm; urgency=medium\n\n  * ")
    releases = re.findall(r"(?m)^## ", (TOP / "CHANGELOG.md").read_text(encoding="utf-8"))
    assert told.count("\n -- ") == len(releases)
    assert "Thu, 01 Jan 2026 00:00:00 +0000" in told


@pytest.mark.parametrize("script", SCRIPTS)
def test_no_script_of_the_package_deletes_anything(script: str) -> None:
    text = (HERE / script).read_text(encoding="utf-8")
    assert run("sh", "-n", HERE / script).returncode == 0
    assert "set -e" in text
    assert not re.search(r"(?m)^\s*(rm|find|shred|unlink)\b", text)


def test_who_asks_for_an_upgrade_does_not_stand_in_its_way() -> None:
    """`update install` is the program itself, and runs dpkg, which runs this script."""
    text = (HERE / "prerm").read_text(encoding="utf-8")
    begun = text.partition("is_open() {")[0]
    asking = run("sh", "-c", f'{begun}\necho "$asking"').stdout.split()
    assert str(os.getpid()) in asking
    assert "1" not in asking


@pytest.mark.parametrize("act", ["remove", "purge"])
def test_who_removes_is_told_what_stays(tmp_path: Path, act: str) -> None:
    store = tmp_path / "ai do" / ".local/share/counter-app/store.db"
    store.parent.mkdir(parents=True)
    store.write_bytes(b"acts")
    known = tmp_path / "bin" / "getent"
    known.parent.mkdir()
    known.write_text(f'#!/bin/sh\necho "ai:x:1:1::{tmp_path / "ai do"}:/bin/sh"\n')
    known.chmod(0o755)
    done = run("sh", HERE / "postrm", act, PATH=f"{known.parent}:{os.environ['PATH']}")
    assert done.returncode == 0, done.stderr
    assert str(store.parent) in done.stdout
    assert ("chưa gửi" in done.stdout) == (act == "purge")
    assert store.read_bytes() == b"acts"


def test_the_same_program_makes_the_same_package(tmp_path: Path, qapp: object) -> None:
    frozen = tmp_path / "frozen"
    (frozen / "_internal").mkdir(parents=True)
    (frozen / "counter-app").write_bytes(b"\x7fELF GLIBC_2.17 GLIBC_2.9 GLIBC_2.34\0")
    (frozen / "counter-app").chmod(0o700)
    (frozen / "_internal/part.pyc").write_bytes(b"\0")
    assert least_glibc(frozen) == "2.34"
    sums = set()
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        made = pack(frozen, tmp_path / name, "1.0", TIME, QUICK)
        sums.add(hashlib.sha256(made.read_bytes()).hexdigest())
        (frozen / "counter-app").touch()
    assert len(sums) == 1
    listed = run("dpkg-deb", "--contents", made).stdout
    for line in (
        r"-rwxr-xr-x root/root .* \./usr/lib/counter-app/counter-app$",
        r"-rw-r--r-- root/root .* \./usr/lib/counter-app/_internal/part.pyc$",
        r"\./usr/bin/counter-app -> \.\./lib/counter-app/counter-app$",
        r"\./usr/share/applications/counter-app.desktop$",
        r"\./usr/share/applications/counter-app-training.desktop$",
        r"\./usr/share/icons/hicolor/16x16/apps/counter-app-training.png$",
        r"\./usr/share/icons/hicolor/48x48/apps/counter-app.png$",
        r"\./usr/share/man/man1/counter-app.1.gz$",
        r"\./usr/share/doc/counter-app/copyright$",
    ):
        assert re.search(f"(?m){line}", listed), line
    needs = run("dpkg-deb", "--field", made, "Depends").stdout.strip()
    assert needs == ", ".join(["libc6 (>= 2.34)", *system_packages()])
