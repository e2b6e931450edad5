"""The pages say what the program is: keys, labels, commands, links, files and pictures."""

from __future__ import annotations

from tests.manual.pictures import said, stale_pictures
from tests.manual.places import MANUAL, PICTURES, manual_pages
from tests.manual.roles import roles_table
from tests.manual.stale import (
    command_faults,
    faults,
    file_faults,
    key_faults,
    label_faults,
    link_faults,
)
from tests.manual.strip import strip_page
from tests.manual.wanted import CALLED_OUT, picture_names

MOST_BYTES = 3 * 1024 * 1024


def test_no_page_is_stale() -> None:
    assert not list(faults())


def test_every_picture_is_there_and_none_too_many() -> None:
    drawn = {path.stem for path in PICTURES.glob("*.png")} - {"window"}
    assert drawn == said().keys() == set(picture_names())
    assert CALLED_OUT.keys() <= drawn
    assert sum(path.stat().st_size for path in PICTURES.glob("*.png")) < MOST_BYTES


def test_the_roles_are_the_shipped_ones() -> None:
    # Else: python -c "from tests.manual.roles import roles_table; print(roles_table())"
    told = (MANUAL / "vai-tro.md").read_text("utf-8")
    assert told.partition("<!-- roles -->")[2].partition("<!-- end -->")[0].strip() == roles_table()


def test_a_changed_screen_is_noticed() -> None:
    marks = said()
    assert not stale_pictures(marks)
    assert stale_pictures({**marks, "dang-nhap": "0"}) == ["dang-nhap"]


def test_a_stale_page_is_noticed() -> None:
    page = manual_pages()[0]
    assert list(key_faults("Nhấn `Alt+N`.")) == ["no key Alt+N"]
    assert list(key_faults("`Ctrl+N` “Báo cáo”")) == ["Ctrl+N isn't shown beside “Báo cáo”"]
    assert not list(key_faults("`Ctrl+N` “Chốt số liệu ngày”, `F2`, `Enter`"))
    assert list(label_faults("Chọn “Bán hàng”")) == ["no screen says “Bán hàng”"]
    assert not list(label_faults("Góc nói “Mất mạng · 12 chờ gửi”."))
    assert len(list(command_faults("`counter-app doctor --quickly`"))) == 1
    assert len(list(command_faults("```console\ncounter-app telepathy\n```"))) == 1
    assert not list(command_faults("```console\ncounter-app queue export E:/a.json\n```"))
    assert list(link_faults(page, "[x](no-page.md)")) == ["no file no-page.md"]
    assert list(link_faults(page, "[x](index.md#nowhere)")) == ["no place index.md#nowhere"]
    assert list(file_faults("`counter_app/nothing.py`")) == ["no file counter_app/nothing.py"]
    assert list(file_faults("`counter_app/config.py` (`no_such_name`)"))


def test_the_strip_is_whole() -> None:
    page = strip_page()
    assert page.count("<div") == page.count("</div>")
    assert all(f"<b>F{number}</b>" in page for number in range(1, 13))
