"""The training mode and the real counter can't be taken for each other: each sign, both ways.

And one lesson of it, by keys, because its past is made here: making it twice would take too long.
"""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring
from PySide6.QtWidgets import QApplication

from counter_app.app.home import home_key, key_home, open_home
from counter_app.app.training import past
from counter_app.app.training.place import TrainingPlace
from counter_app.app.training.province import PracticeProvince
from counter_app.cli import main
from counter_app.config import Folders, Settings
from counter_app.domain.enrolment import ENROLMENT
from counter_app.domain.errors.keeping.training import (
    NotPracticeServerError,
    NotTrainingHomeError,
    PracticeCodeError,
    TrainingHomeError,
)
from counter_app.domain.errors.work import ForeignCodeError
from counter_app.domain.plain import to_plain
from counter_app.services.dossiers.stepping import find
from counter_app.services.training.sides import MARK, check_enrolment, is_training
from counter_app.vault.machine import identify
from tests.journeys import lessons

LINE = "http://127.0.0.1:9"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[TrainingPlace, str]:
    """Return a training place with its whole past, and its province's key."""
    place = TrainingPlace.at(tmp_path_factory.mktemp("machine") / "counter-app-training")
    place.prepare()
    province = PracticeProvince(place.province)
    past.make(place, province, plain_store=True)
    key = province.catalogue_key
    province.stop()
    return place, key


@pytest.fixture
def place(made: tuple[TrainingPlace, str], tmp_path: Path) -> TrainingPlace:
    return TrainingPlace(Path(shutil.copytree(made[0].root, tmp_path / "t")))


def real_home(folder: Path) -> Path:
    with open_home(folder, plain_store=True, create=True, witnessed=False):
        pass
    return folder


def test_the_real_program_refuses_a_training_home(
    place: TrainingPlace, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(TrainingHomeError), open_home(place.home, plain_store=True):
        pass
    for folder in (place.root, place.home):
        assert main(["verify", "--plain-store", "--home", str(folder)]) == 1
        assert "tập huấn" in capsys.readouterr().err


def test_a_lost_mark_or_a_copied_folder_changes_nothing(
    place: TrainingPlace, tmp_path: Path
) -> None:
    copied = Path(shutil.copytree(place.home, tmp_path / "counter-app"))
    (copied / MARK).unlink()
    assert not is_training(copied)
    with (
        pytest.raises(TrainingHomeError),
        open_home(copied, plain_store=True, witnessed=False),
    ):
        pass


def test_training_refuses_a_real_home(tmp_path: Path) -> None:
    home = real_home(tmp_path / "real")
    with pytest.raises(NotTrainingHomeError):
        TrainingPlace.at(home)
    with (
        pytest.raises(NotTrainingHomeError),
        open_home(home, plain_store=True, practice_line=LINE),
    ):
        pass


def test_training_refuses_a_real_store_under_its_mark(place: TrainingPlace, tmp_path: Path) -> None:
    """Even with the mark's file laid beside it: an enrolled store says that it is real."""
    home = real_home(tmp_path / "real")
    with open_home(place.home, plain_store=True, witnessed=False, practice_line=LINE) as opened:
        enrolment = opened.enrolment()
    with open_home(home, plain_store=True, witnessed=False) as opened, opened.store.writing() as tx:
        tx.setup.put(ENROLMENT, to_plain(dataclasses.replace(enrolment, practice=False)))
    (home / MARK).write_text("{}", encoding="utf-8")
    with (
        pytest.raises(NotTrainingHomeError),
        open_home(home, plain_store=True, witnessed=False, practice_line=LINE),
    ):
        pass


def test_training_speaks_to_its_own_province_alone(
    place: TrainingPlace, made: tuple[TrainingPlace, str]
) -> None:
    with open_home(place.home, plain_store=True, witnessed=False, practice_line=LINE) as home:
        assert home.gateway().host == "127.0.0.1:9"
        assert home.doors().gateway.host == "127.0.0.1:9"
        with pytest.raises(NotPracticeServerError):
            home.gateway("https://motcua.tinh.example")
        home.settings = dataclasses.replace(home.settings, server_url="https://motcua.tinh.example")
        assert home.gateway().host == "127.0.0.1:9"
        home.practice_line = "https://motcua.tinh.example"
        with pytest.raises(NotPracticeServerError):
            home.gateway()
        check_enrolment(home.store, place.home, made[1])
        with pytest.raises(NotTrainingHomeError):
            check_enrolment(home.store, place.home, "another province's key")


def test_keys_lie_under_another_service_name(
    place: TrainingPlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring, "get_keyring", Keyring)
    machine = identify(tmp_path / "machine-id")
    services = {
        key_home(Folders(folder), Settings(), machine).service
        for folder in (place.home, tmp_path / "real")
    }
    assert services == {"counter-app", "counter-app-training"}
    assert home_key(Folders(place.home), plain_store=True) is None


def test_codes_of_the_other_side_are_refused_in_words(place: TrainingPlace) -> None:
    with open_home(place.home, plain_store=True, witnessed=False, practice_line=LINE) as home:
        training = home.workplace()
        real = dataclasses.replace(
            training,
            enrolment=dataclasses.replace(training.enrolment, practice=False, centre="H26.15"),
        )
        with pytest.raises(PracticeCodeError):
            find(real, "H00.15-261117-9999")
        with pytest.raises(ForeignCodeError):
            find(training, "H26.15-250718-0123")


def test_begin_again_touches_nothing_but_its_own(place: TrainingPlace, tmp_path: Path) -> None:
    stranger = place.root / "note.txt"
    stranger.write_text("somebody's", encoding="utf-8")
    (place.home / MARK).unlink()
    place.clear(lambda _: None)
    assert stranger.exists()
    assert (place.home / "store.db").exists(), "without its mark it isn't ours to delete"
    assert not place.province.exists()
    assert not place.is_made


def test_every_state_of_a_dossier_is_there(place: TrainingPlace) -> None:
    with (
        open_home(place.home, plain_store=True, witnessed=False, practice_line=LINE) as home,
        home.store.reading() as tx,
    ):
        lines = tx.lists.page(limit=50).lines
    assert {int(line.status) for line in lines} == {1, 4, 5, 9, 10}
    assert all(line.code.startswith(("H00.", "G00.")) for line in lines)


def test_the_first_lesson_is_done_by_keys(qapp: QApplication, place: TrainingPlace) -> None:
    """The others: `python -m tests.journeys.lessons`."""
    assert lessons.played(place, [lessons.receive]) == ("receive",)
    assert TrainingPlace.at(place.root).is_made
