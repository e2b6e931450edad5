from __future__ import annotations

from counter_app.desktop.presenters.keys.keys import KeyWords, keys_state


def test_f_keys_come_first_in_their_order_and_twice_is_once() -> None:
    given = ["Ctrl+K", "F10", "Shift+F9", "F9", "F2", "Ctrl+Shift+L", "F9", "Ctrl++"]
    state = keys_state("Tiếp nhận", [KeyWords(key, key) for key in given])
    shown = [row.keys for row in state.here.rows]
    assert shown == ["F2", "F9", "Shift+F9", "F10", "Ctrl+K", "Ctrl++", "Ctrl+Shift+L"]
    assert state.title == "Phím dùng được ở Tiếp nhận"


def test_digits_are_promised_only_where_rows_bear_numbers() -> None:
    without = keys_state("Hồ sơ", [])
    with_digits = keys_state("Hồ sơ", [], digits=True)
    assert with_digits.always.rows[:-1] == without.always.rows
    assert with_digits.always.rows[-1].keys == "1"
    assert any("Quét thẻ" in row.words and not row.keys for row in without.always.rows)
