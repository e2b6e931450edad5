"""The house stands as docs/ and tests/house.py say, and a planted violation is seen."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests import house

TOP = Path(__file__).parent.parent
PACKAGE = TOP / house.ROOT
SOURCES = sorted(PACKAGE.rglob("*.py"))
MAXIMUM_LINES = 400
MAXIMUM_FILES = 13


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = (
        "import sys; from importlinter.cli import lint_imports\n"
        "sys.exit(lint_imports(no_cache=True, no_logo=True))"
    )
    return subprocess.run(
        [sys.executable, "-c", command],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": "", "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_contracts_are_fresh() -> None:
    written = (TOP / ".importlinter").read_text(encoding="utf-8")
    assert written == house.text(), "run: python -m tests.house > .importlinter"


def test_every_room_has_its_floor_and_its_row() -> None:
    floors = {room for floor in house.FLOORS for room in floor}
    assert set(house.MAY_IMPORT) <= floors
    found = {
        path.stem if path.is_file() else path.name
        for path in PACKAGE.iterdir()
        if (path.suffix == ".py" and path.name != "__init__.py") or (path / "__init__.py").exists()
    }
    assert found <= floors


def test_the_house_stands() -> None:
    result = lint(TOP)
    assert result.returncode == 0, result.stdout + result.stderr
    assert [said for _, _, said in PLANTED.values() if said in result.stdout] == []


PLANTED = {
    "up": (
        "domain/text.py",
        "import counter_app.services.counter.clock",
        "domain.text -> counter_app.services.counter.clock",
    ),
    "across": ("store/engine.py", "import counter_app.papers.fonts", "store not papers BROKEN"),
    "services and sync": (
        "sync/push.py",
        "import counter_app.services.counter.clock",
        "sync not services BROKEN",
    ),
    "absent pair": ("gateway/client.py", "import counter_app.config", "gateway not config BROKEN"),
    "second door": ("services/counter/clock.py", "import requests", "door of requests BROKEN"),
    "qt in the core": (
        "services/counter/clock.py",
        "import PySide6.QtCore",
        "door of PySide6 BROKEN",
    ),
    "clock in the domain": ("domain/text.py", "import time", "domain.text -> time"),
    "chance in the domain": ("domain/people/person.py", "import random", "person -> random"),
    "qt in a presenter": (
        "desktop/presenters/__init__.py",
        "import PySide6.QtCore",
        "presenters decide without qt BROKEN",
    ),
    "circle": ("domain/text.py", "import counter_app.domain.dates", ".text -> .dates"),
    "new room without a floor": ("attic.py", "X = 1", "- counter_app.attic"),
}
"""Violation → file, line planted there, what the linter says of it and says only then."""


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give what the linter says of a house with every violation at once."""
    folder = tmp_path_factory.mktemp("planted")
    shutil.copytree(PACKAGE, folder / house.ROOT, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(TOP / ".importlinter", folder)
    for file, line, _ in PLANTED.values():
        path = folder / house.ROOT / file
        before = path.read_text(encoding="utf-8") if path.exists() else '"""Planted."""\n'
        path.write_text(f"{before}\n{line}\n", encoding="utf-8")
    result = lint(folder)
    assert result.returncode == 1, result.stdout + result.stderr
    return result.stdout


@pytest.mark.parametrize("said", [each[2] for each in PLANTED.values()], ids=PLANTED.keys())
def test_a_planted_violation_is_seen(said: str, planted: str) -> None:
    assert said in planted


def test_heavy_libraries_are_imported_late() -> None:
    """The command line answers `--help` without a database, a PDF library or an HTTP client."""
    heavy = ["sqlalchemy", "alembic", "pydantic", "requests", "reportlab", "PySide6", "fastapi"]
    code = (
        "import sys; from counter_app.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        f"print(sorted(set(sys.modules) & set({heavy!r})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=TOP
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_file_is_short_and_says_what_it_is_for() -> None:
    """One test for all files: a test of its own for each cost more than what it looks at."""
    long, silent = [], []
    for path in SOURCES:
        source = path.read_text(encoding="utf-8")
        if len(source.splitlines()) > MAXIMUM_LINES:
            long.append(path)
        if not ast.get_docstring(ast.parse(source)):
            silent.append(path)  # the first docstring says what may enter the file
    assert SOURCES
    assert not long
    assert not silent


LISTS = {"cli": "one file a command", "wording": "one file a subject"}
"""Folders that are flat lists by their nature: sub-rooms would hide what they list."""


def test_a_folder_of_more_than_twelve_gets_sub_rooms() -> None:
    counts = Counter(
        str(path.parent.relative_to(PACKAGE)) for path in SOURCES if path.stem != "__init__"
    )
    crowded = {folder for folder, count in counts.items() if count > MAXIMUM_FILES}
    assert crowded <= LISTS.keys()


def test_tests_mirror_the_package() -> None:
    """A folder of tests has the name of a room, or stands on this list."""
    extra = {
        "journeys",
        "simulation",
        "power",
        "wire",
        "benchmarks",
        "gallery",
        "manual",
        "year",
        "released",
        "updating",
        "installer",
        "debian",
        "windows",
    }
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir()}
    folders = {path.name for path in (TOP / "tests").iterdir() if path.is_dir()}
    assert folders - {"__pycache__"} <= rooms | extra


def test_forbidden_names() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}
    assert not [path for path in SOURCES if path.stem in vague or path.parent.name in vague]
