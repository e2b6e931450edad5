from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.domain.errors.store import StoreError
from counter_app.services.counter.draft_book import DraftBook
from counter_app.store.drafts import Drafts
from counter_app.wording.sentences import sentence
from tests.made import NOON


def test_drafts_are_the_officers_own_and_come_back(tmp_path: Path) -> None:
    drafts = Drafts.open(tmp_path / "drafts.db", None)
    book = DraftBook(drafts)
    assert book.save("b", "cb-01", {"name": "Trần Thị Mẫu"}, NOON + timedelta(seconds=1)) is None
    assert book.save("a", "cb-01", {}, NOON) is None
    assert book.save("c", "cb-02", {}, NOON) is None
    assert [each.name for each in book.all("cb-01")] == ["a", "b"]
    assert book.delete("a") is None
    drafts.close()
    again = Drafts.open(tmp_path / "drafts.db", None)
    (draft,) = DraftBook(again).all("cb-01")
    assert draft.data == {"name": "Trần Thị Mẫu"}
    again.close()


def test_a_full_disk_comes_back_as_a_value(tmp_path: Path) -> None:
    drafts = Drafts.open(tmp_path / "drafts.db", None)
    book = DraftBook(drafts)
    book.save("a", "cb-01", {"text": "đã lưu"}, NOON)
    drafts._connection.execute("PRAGMA max_page_count = 1")
    found = book.save("a", "cb-01", {"text": "x" * 200_000}, NOON)
    assert isinstance(found, StoreError)
    assert found.code == "store.full"
    assert sentence(found)
    assert book.all("cb-01")[0].data == {"text": "đã lưu"}
    drafts.close()


@pytest.mark.parametrize("act", ["save", "delete"])
def test_a_file_that_went_away_comes_back_as_a_value(tmp_path: Path, act: str) -> None:
    drafts = Drafts.open(tmp_path / "drafts.db", None)
    book = DraftBook(drafts)
    drafts._connection.execute("PRAGMA query_only = ON")
    found = book.delete("a") if act == "delete" else book.save("a", "cb-01", {}, NOON)
    assert isinstance(found, StoreError)
    drafts.close()
