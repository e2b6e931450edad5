"""A province and enrolled homes for the journeys; each test works on its own copy of a home."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring

from counter_app.app.home import keep_recovery, new_id, open_home
from counter_app.services.counter.enrolment import enrol
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from tests.journeys.bad_input import Commands
from tests.made import person
from tests.sandbox.running import RunningSandbox

DOSSIERS = 3


def enrolled_home(home: Path, province: RunningSandbox, counter: str, *, plain: bool) -> Path:
    """Enrol `home` and receive `DOSSIERS` dossiers; nothing of them is sent yet."""
    home.mkdir(parents=True, mode=0o700)
    if not plain:
        (home / "settings.toml").write_text("allow_machine_file = true\n", encoding="utf-8")
    with open_home(home, plain_store=plain, create=True) as opened:
        enrol(
            opened.store,
            opened.gateway(province.url),
            province.enrol_code(counter),
            store_key=opened.key,
            machine=opened.machine.fingerprint,
            server_url=province.url,
            new_id=new_id,
        )
        keep_recovery(opened)
        opened.round()  # the lists are here, as on any second day: tests needn't fetch them each
        workplace = opened.workplace()
        officer = workplace.reference.officers.officers[0]
        for number in range(DOSSIERS):
            applicant = person(number=f"00118400012{number}")
            receive(workplace, Session(officer, "online"), Reception("1.001193", applicant))
    return home


@pytest.fixture(scope="session")
def province(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSandbox]:
    """Return a reference server for all journeys."""
    with RunningSandbox(tmp_path_factory.mktemp("province")) as running:
        yield running


@pytest.fixture(scope="session")
def plain_template(province: RunningSandbox, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return enrolled_home(tmp_path_factory.mktemp("plain") / "home", province, "1", plain=True)


@pytest.fixture(scope="session")
def sealed_template(province: RunningSandbox, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an encrypted home whose key lies in a machine-bound file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keyring, "get_keyring", Keyring)
        return enrolled_home(tmp_path_factory.mktemp("sealed") / "home", province, "2", plain=False)


@pytest.fixture
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the system's keyring away."""
    monkeypatch.setattr(keyring, "get_keyring", Keyring)


@pytest.fixture
def home(plain_template: Path, tmp_path: Path) -> Path:
    """Return a copy of an enrolled home, not encrypted."""
    return Path(shutil.copytree(plain_template, tmp_path / "home"))


@pytest.fixture
def sealed_home(sealed_template: Path, tmp_path: Path) -> Path:
    """Return a copy of an enrolled, encrypted home."""
    return Path(shutil.copytree(sealed_template, tmp_path / "home"))


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Commands:
    """Return what runs commands."""
    return Commands(capsys)
