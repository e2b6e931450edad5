"""A program package in a folder of ours: tried on the copy, pointed to, and gone back from."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from alembic import command

from counter_app.config import resource
from counter_app.domain.errors.keeping.updating import (
    UpdateContentError,
    UpdateNotMadeError,
    UpdateNoWayBackError,
    UpdateRefusedBeforeError,
)
from counter_app.domain.updates.fitting import Shift
from counter_app.domain.updates.manifest import PackageKind
from counter_app.services.updates.applying import Updates, apply, settle
from counter_app.services.updates.going_back import go_back, last_done, put_store_back
from counter_app.services.updates.package import unpack, verified
from counter_app.services.updates.programs import (
    FolderProgram,
    SystemProgram,
    install_command,
    system_part,
    this_platform,
    try_copy,
)
from counter_app.services.updates.shelf import Outcome, Step
from counter_app.services.updates.taking import take
from counter_app.store.engine import open_migration_engine
from counter_app.store.migrate import REVISIONS, configuration
from counter_app.store.store import Store
from tests.services.updates.packing import LINUX, package, updates_of
from tests.services.updates.programs import archive, layout, program_package

LAUNCHER = resource("icons").parents[1] / "installer" / "launcher.sh"


def started(root: Path) -> str:
    return subprocess.run(
        ["sh", root / "launcher.sh", "hi"], capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.fixture
def store(open_counter: Callable[..., Any]) -> Store:
    found: Store = open_counter().workplace.store
    return found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    folder.mkdir()
    shutil.copyfile(LAUNCHER, folder / "launcher.sh")
    return folder


def updates(store: Store, program: FolderProgram | SystemProgram) -> Updates:
    return updates_of(store, program=program, version=program.running)


def test_side_by_side_and_back(store: Store, root: Path, tmp_path: Path) -> None:
    old = layout(root)
    assert started(root) == "1.0.0 hi"
    at = updates(store, replace(old, probe=lambda program, copy: try_copy((), program, copy)))
    state = apply(at, take(at, program_package(tmp_path / "p.capnhat")).file, Shift())
    assert state.step is Step.HANDED
    assert settle(at).step is Step.HANDED  # the old program still runs: nothing is decided
    assert started(root) == "1.2.0 hi"
    new = updates(store, replace(old, running="1.2.0"))
    assert settle(new).past[-1].outcome is Outcome.DONE
    assert not (root / "trying").exists()
    assert list(new.shelf.kept.iterdir())
    copy = new.shelf.before / last_done(new).store_copy
    store.close()
    put_store_back(copy, None, store.path)
    go_back(new, new.applier(True))  # noqa: FBT003
    assert started(root) == "1.0.0 hi"


def test_acts_since_are_never_put_away(
    open_counter: Callable[..., Any], root: Path, tmp_path: Path
) -> None:
    from counter_app.services.counter.opening import void_expired

    counter = open_counter()
    store = counter.workplace.store
    at = updates(store, layout(root))
    apply(at, take(at, program_package(tmp_path / "p.capnhat")).file, Shift())
    copy = next(at.shelf.before.glob("*.db"))
    counter.grant()
    counter.clock.go(days=2)
    assert void_expired(counter.workplace)
    store.close()
    put_store_back(copy, None, store.path)  # the same tables: the store stays, with every act
    with Store.open(store.path, None) as again:
        assert again.verify().entries == 1
    with open_migration_engine(copy, None).connect() as tx, tx.begin():
        command.downgrade(configuration(tx), REVISIONS[-2])
    with pytest.raises(UpdateNoWayBackError) as caught:
        put_store_back(copy, None, store.path)
    assert caught.value.facts == {"count": 1}


def test_a_program_that_cannot_read_the_store(store: Store, root: Path, tmp_path: Path) -> None:
    at = updates(store, layout(root, probe="không chuyển đổi được"))
    ready = take(at, program_package(tmp_path / "p.capnhat")).file
    with pytest.raises(UpdateNotMadeError):
        apply(at, ready, Shift())
    assert (root / "current").read_text() == "1.0.0\n"
    assert [each.name for each in (root / "versions").iterdir()] == ["1.0.0"]
    with pytest.raises(UpdateRefusedBeforeError):
        take(at, tmp_path / "p.capnhat")


def test_a_program_that_never_opens_the_home(store: Store, root: Path, tmp_path: Path) -> None:
    at = updates(store, layout(root))
    apply(at, take(at, program_package(tmp_path / "p.capnhat")).file, Shift())
    assert started(root) == "1.2.0 hi"
    assert started(root) == "1.0.0 hi"  # the second time it is left by itself
    assert settle(at).past[-1].outcome is Outcome.FAILED


@pytest.mark.parametrize("name", ["../x", "/x", "a/../../x"])
def test_nothing_is_unpacked_elsewhere(store: Store, root: Path, tmp_path: Path, name: str) -> None:
    at = updates(store, layout(root))
    body = archive({"counter-app": b"", name: b"x"})
    parts = {"counter-app-1.2.0.tar.gz": body}
    file = package(tmp_path / "p", parts, kind=PackageKind.PROGRAM, version="1.2.0")
    with pytest.raises(UpdateNotMadeError):
        apply(at, take(at, file).file, Shift())
    assert not (root / "versions" / "x").exists()


def test_where_only_an_administrator_writes(store: Store, tmp_path: Path) -> None:
    program = SystemProgram("1.0.0")
    at = updates(store, program)
    parts = {"counter-app_1.2.0_amd64.deb": b"deb"}
    file = package(tmp_path / "p", parts, kind=PackageKind.PROGRAM, version="1.2.0", platform=LINUX)
    assert apply(at, take(at, file).file, Shift()).step is Step.HANDED
    assert settle(at).step is Step.HANDED
    found = verified(next(at.shelf.ready.glob("*.capnhat")), at.trust())
    unpack(found, system_part(found.manifest), tmp_path / "it.deb")
    assert (tmp_path / "it.deb").read_bytes() == b"deb"
    assert install_command(tmp_path / "it.deb")[:2] == ("dpkg", "--install")
    assert install_command(Path("setup.exe"))[1] == "/S"
    assert settle(updates(store, SystemProgram("1.2.0"))).past[-1].outcome is Outcome.DONE
    assert this_platform().startswith(("linux-", "windows-"))
    with pytest.raises(UpdateContentError):
        system_part(replace(found.manifest, parts=(replace(found.manifest.parts[0], name="x"),)))
