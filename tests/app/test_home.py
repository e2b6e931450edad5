"""The composition root on a real, encrypted home, against the real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from counter_app.app.home import Home, new_id, open_home
from counter_app.cli.doctor import Finding, home_checks
from counter_app.domain.acts.audit import FormSetLeft, FormSetTaken, FormSetWay
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import shown_date
from counter_app.domain.enrolment import RESTORED
from counter_app.domain.errors.home import InUseError, SettingsRefusedError
from counter_app.domain.errors.session import WrongPasswordError
from counter_app.domain.errors.vault import KeyMissingError
from counter_app.domain.errors.wire import LoginRefusedError
from counter_app.domain.errors.work import (
    AlreadyEnrolledError,
    NotEnrolledError,
    OfflineLoginError,
)
from counter_app.domain.journal.outcome import State
from counter_app.services.counter.enrolment import enrol
from counter_app.services.counter.reference import shipped_form_sets
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.forms.checking import check_files
from counter_app.services.forms.own import keep_own, own_folder
from counter_app.services.signing_in.login import log_in
from counter_app.store.copies.restore import restore
from counter_app.store.views.day_acts import ActRow
from counter_app.vault.recovery import read_note
from tests.made import person
from tests.sandbox.running import RunningSandbox
from tests.services.forms.changed import provincial

PASSWORD = "một-mật-khẩu-thử"
OURS = "TT03-2025"


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSandbox]:
    with RunningSandbox(tmp_path_factory.mktemp("province")) as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A home on a machine without a keyring, whose settings allow the machine-bound file."""
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.toml").write_text("allow_machine_file = true\n", encoding="utf-8")
    yield home
    keyring.set_keyring(before)


def enrolled(folder: Path, sandbox: RunningSandbox, counter: str = "1") -> None:
    with open_home(folder, create=True) as home:
        enrol_here(home, sandbox, sandbox.enrol_code(counter))


def enrol_here(home: Home, sandbox: RunningSandbox, code: str) -> None:
    enrol(
        home.store,
        home.gateway(sandbox.url),
        code,
        store_key=home.key,
        machine=home.machine.fingerprint,
        server_url=sandbox.url,
        new_id=new_id,
    )


def session(home: Home) -> Session:
    officer = home.reference().officers.officers[0]
    return Session(officer, "offline")


def test_a_home_is_enrolled_works_and_syncs(folder: Path, sandbox: RunningSandbox) -> None:
    with pytest.raises(NotEnrolledError), open_home(folder):
        pass
    enrolled(folder, sandbox)
    with open_home(folder) as home:
        with pytest.raises(AlreadyEnrolledError):
            enrol_here(home, sandbox, "AAAA-AAAA")
        dossier = receive(home.workplace(), session(home), Reception("1.001193", person()))
        assert not dossier.is_provisional
        assert dossier.received.offline
        assert home.round().error is None
        assert home.line.online
        with home.store.reading() as tx:
            assert tx.deliveries.counts().to_send == 0
            found = tx.dossiers.get(dossier.uid)
        assert found is not None
        assert found.version == 1
        assert home.gateway().dossier(dossier.code) is not None
    data = (folder / "store.db").read_bytes()
    assert not data.startswith(b"SQLite format 3")
    assert person().name.encode() not in data


def form_acts(home: Home) -> tuple[ActRow, ...]:
    """Return what the journal tells of form sets."""
    today = home.clock.now().at.date()
    with home.store.reading() as tx:
        return tx.day_acts.between(today, today, (Kind.FORM_SET_TAKEN, Kind.FORM_SET_LEFT))


def form_sets_checked(home: Home) -> Finding:
    """Return what doctor says about form sets."""
    return next(each for each in home_checks(home) if each.what == "Biểu mẫu")


def test_an_own_form_set_that_no_longer_passes_falls_back(
    folder: Path, sandbox: RunningSandbox, tmp_path: Path
) -> None:
    enrolled(folder, sandbox)
    report = check_files(provincial(tmp_path / "tinh"))
    with open_home(folder) as home:
        own = own_folder(home.folders.store_file)
        keep_own(own, report.plain, "Ngô Văn Thí", home.clock.now().at)
        assert home.reference().form_sets == shipped_form_sets()  # from the next start on
    with open_home(folder) as home:
        assert home.reference().form_sets[-1] == report.form_set
        assert home.workplace().reference.unusable_forms == ()
        (told,) = form_acts(home)
        assert isinstance(told.body, FormSetTaken)
        assert (told.body.way, told.body.by) == (FormSetWay.FOUND, "Ngô Văn Thí")
        assert home.round().error is None
        assert form_acts(home)[0].state is State.ACCEPTED
        day = shown_date(home.clock.now().at.date())
        said = f"hôm nay in theo {OURS} (của đơn vị); {OURS} do Ngô Văn Thí nhận ngày {day}"
        assert form_sets_checked(home) == Finding("Biểu mẫu", ok=True, found=said)
    file = own / "TT03-2025.json"
    file.write_bytes(file.read_bytes()[:900])
    with open_home(folder) as home:
        reference = home.workplace().reference
        assert reference.form_sets == shipped_form_sets()
        assert reference.unusable_forms == ("TT03-2025",)
        left = form_acts(home)[-1].body
        assert isinstance(left, FormSetLeft)
        assert (left.way, left.sha256) == (FormSetWay.UNUSABLE, told.body.sha256)
        found = form_sets_checked(home)
        assert not found.ok
        assert found.found == (
            "hôm nay in theo TT03-2025 (tỉnh gửi về); không dùng được: TT03-2025"
        )
        assert f"counter-app forms check {file}" in found.next
        assert not receive(
            home.workplace(), session(home), Reception("1.001193", person())
        ).is_provisional


def test_one_program_a_home(folder: Path, sandbox: RunningSandbox) -> None:
    enrolled(folder, sandbox)
    with open_home(folder), pytest.raises(InUseError), open_home(folder):
        pass


def test_settings_that_cannot_be_used_stop_the_program(folder: Path) -> None:
    (folder / "settings.toml").write_text('server_url = "http://example.invalid"\n')
    with pytest.raises(SettingsRefusedError) as caught, open_home(folder, create=True):
        pass
    assert [each.code for each in caught.value.problems] == ["settings.not_https"]


def test_the_recovery_file_is_made_anew_at_every_start(
    folder: Path, sandbox: RunningSandbox
) -> None:
    enrolled(folder, sandbox)
    with open_home(folder):
        pass
    file = folder / "recovery.json"
    code = read_note(file).code
    assert code
    file.unlink()
    with open_home(folder):
        assert file.exists()


def test_an_erased_key_names_the_recovery_file(folder: Path, sandbox: RunningSandbox) -> None:
    enrolled(folder, sandbox)
    with open_home(folder):
        pass
    (folder / "secrets.json").unlink()
    with pytest.raises(KeyMissingError), open_home(folder):
        pass


def test_a_restored_home_recovers_by_itself(
    folder: Path, sandbox: RunningSandbox, tmp_path: Path
) -> None:
    enrolled(folder, sandbox)
    with open_home(folder) as home:
        key = home.key
        receive(home.workplace(), session(home), Reception("1.001193", person()))
        home.round()
        home.store.backup(tmp_path / "copy.db")
        lost = receive(home.workplace(), session(home), Reception("1.001193", person()))
        home.round()
    restore(tmp_path / "copy.db", key, folder / "store.db", force=True)
    with open_home(folder) as home:
        dossier = receive(home.workplace(), session(home), Reception("1.001193", person()))
        assert dossier.is_provisional
        assert home.round().error is None
        assert home.enrolment().epoch == 2
        with home.store.reading() as tx:
            assert tx.setup.get(RESTORED) is None
            assert tx.dossiers.get(lost.uid) is not None
        again = receive(home.workplace(), session(home), Reception("1.001193", person()))
        assert not again.is_provisional
        assert again.code != lost.code
        assert home.round().push.refused == 0
        assert home.store.verify().is_whole


def test_officers_log_in_online_and_then_offline(folder: Path, sandbox: RunningSandbox) -> None:
    enrolled(folder, sandbox)
    with open_home(folder) as home:
        officer = home.reference().officers.officers[0]
        sandbox.clerk.set_password(officer.id, PASSWORD)
        place = home.workplace()
        down = home.gateway("http://127.0.0.1:9")
        with pytest.raises(OfflineLoginError):
            log_in(place, down, officer.id, PASSWORD)
        with pytest.raises(LoginRefusedError):
            log_in(place, home.gateway(), officer.id, "sai mật khẩu")
        assert log_in(place, home.gateway(), officer.id, PASSWORD).auth == "online"
        assert log_in(place, down, officer.id, PASSWORD).auth == "offline"
        with pytest.raises(WrongPasswordError):
            log_in(place, down, officer.id, "sai mật khẩu")
        with home.store.reading() as tx:
            login = tx.logins.get(officer.id)
        assert login is not None
        assert login.misses == 1
        assert PASSWORD not in login.verifier
