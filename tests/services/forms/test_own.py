"""The office's own sets: taken over whole or not at all, and never a reason not to open."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from counter_app.domain.errors.catalogue import FormSetNotKeptError
from counter_app.papers.fonts import choose_fonts
from counter_app.services.counter.reference import load_reference, shipped_form_sets
from counter_app.services.forms.checking import check_files, check_plain
from counter_app.services.forms.own import keep_own, leave_own, load_own, own_folder
from tests.made import NOON
from tests.services.forms.changed import SET, provincial


class Asked:
    """Stands for the whole check: counts how often it is asked, and answers."""

    def __init__(self, *, answer: bool = True) -> None:
        self.count, self.answer = 0, answer

    def __call__(self, plain: object) -> bool:
        self.count += 1
        return self.answer


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    report = check_files(provincial(tmp_path_factory.mktemp("a") / "tinh"), choose_fonts())
    assert report.is_usable
    return report.plain


@pytest.fixture
def folder(tmp_path: Path, changed: dict[str, object]) -> Path:
    where = own_folder(tmp_path / "store.db")
    keep_own(where, changed, "Ngô Văn Thí", NOON)
    return where


def test_a_set_that_was_taken_over_takes_the_place_of_the_shipped_one(folder: Path) -> None:
    asked = Asked()
    own = load_own(folder, asked)
    assert asked.count == 0  # these very bytes passed this very program
    assert own.unusable == ()
    (taken,) = own.taken
    assert (taken[0], taken[1].who) == (SET, "Ngô Văn Thí")
    sets = load_reference(lambda name: None, (), own.sets).form_sets
    assert [each.id for each in sets] == [each.id for each in shipped_form_sets()]
    assert sets[-1].title == "Biểu mẫu của tỉnh Ví Dụ"
    assert sets[-1].letters["apology"] == shipped_form_sets()[-1].letters["apology"]
    assert sorted(path.name for path in folder.iterdir()) == [f"{SET}.json", f"{SET}.taken"]


def test_no_folder_means_no_own_set(tmp_path: Path) -> None:
    assert load_own(tmp_path / "forms", Asked()).sets == ()


def test_a_file_that_somebody_changed_since_is_checked_again(folder: Path) -> None:
    file = folder / f"{SET}.json"
    file.write_bytes(file.read_bytes() + b"\n")
    asked = Asked()
    assert load_own(folder, asked).sets
    assert asked.count == 1
    refused = load_own(folder, Asked(answer=False))
    assert (refused.sets, refused.unusable) == ((), (SET,))


def test_a_newer_program_checks_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counter_app.services.forms.own.__version__", "99.0")
    asked = Asked()
    load_own(folder, asked)
    assert asked.count == 1


def test_a_margin_written_into_the_home_by_hand_falls_back(folder: Path) -> None:
    file = folder / f"{SET}.json"
    plain = json.loads(file.read_bytes())
    plain["margins"]["left"] = 900
    file.write_text(json.dumps(plain), encoding="utf-8")
    own = load_own(folder, lambda found: check_plain(found).is_usable)
    assert (own.sets, own.unusable) == ((), (SET,))
    assert load_reference(lambda name: None, (), own.sets).form_sets == shipped_form_sets()


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"\xff", b'{"id": "TT03-2025"}', b"[" * 99_999])
def test_a_damaged_file_falls_back(raw: bytes, folder: Path) -> None:
    (folder / f"{SET}.json").write_bytes(raw)
    own = load_own(folder, Asked())
    assert (own.sets, own.unusable) == ((), (SET,))


def test_a_damaged_note_costs_a_check(folder: Path) -> None:
    (folder / f"{SET}.taken").write_bytes(b"[")
    asked = Asked()
    own = load_own(folder, asked)
    assert (len(own.sets), asked.count) == (1, 1)
    assert own.taken[0][1].who == ""


def test_a_copy_under_another_name_is_not_a_second_set(folder: Path) -> None:
    (folder / "Bản sao.json").write_bytes((folder / f"{SET}.json").read_bytes())
    own = load_own(folder, Asked())
    assert [each.id for each in own.sets] == [SET]
    assert own.unusable == ("Bản sao",)


def test_going_back_keeps_the_file_aside(folder: Path) -> None:
    assert leave_own(folder, SET)
    assert not leave_own(folder, SET)
    assert not leave_own(folder, "../store")
    assert load_own(folder, Asked()).sets == ()
    assert [path.name for path in folder.iterdir()] == [f"{SET}.json.left"]


def test_a_full_disk_leaves_the_old_set(
    folder: Path, changed: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / f"{SET}.json").read_bytes()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("counter_app.durable.os.fsync", full)
    with pytest.raises(FormSetNotKeptError, match="No space"):
        keep_own(folder, {**changed, "title": "Khác"}, "Ngô Văn Thí", NOON)
    monkeypatch.undo()
    assert (folder / f"{SET}.json").read_bytes() == before
    assert load_own(folder, Asked()).sets[0].title == "Biểu mẫu của tỉnh Ví Dụ"
    assert sorted(path.name for path in folder.iterdir()) == [f"{SET}.json", f"{SET}.taken"]
