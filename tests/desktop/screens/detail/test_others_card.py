"""Việc khác: six places, a menu behind them, words that are never cut."""

from __future__ import annotations

from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from counter_app.desktop.presenters.detail.detail_state import OtherAct, OtherButton
from counter_app.desktop.screens.detail.others_card import PLACES, OthersCard
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.controls.quiet_button import QuietButton

SHORT = tuple(OtherButton(f"step{at}", f"Việc {at}", "note") for at in range(9))
LONG = (OtherButton("long", "Yêu cầu bổ sung", "paper-plus", "F7"), *SHORT)


@pytest.fixture
def card(qtbot: QtBot, look: Look) -> OthersCard:
    made = OthersCard(look)
    qtbot.addWidget(made)
    made.set_room(532)
    return made


def shown(card: OthersCard) -> list[QuietButton]:
    return [each for each in card.findChildren(QuietButton) if not each.isHidden()]


def places(card: OthersCard) -> set[tuple[int, int]]:
    grid = card._grid
    found: set[tuple[int, int]] = set()
    for at in range(grid.count()):
        position = cast("tuple[int, int, int, int]", grid.getItemPosition(at))
        found.add(position[:2])
    return found


def test_six_stand_in_their_places_and_no_menu(card: OthersCard) -> None:
    assert card.is_empty
    card.present(SHORT[:PLACES])
    assert len(shown(card)) == PLACES
    assert places(card) == {(row, column) for row in range(2) for column in range(3)}
    assert not card.is_empty


def test_what_is_more_lies_in_a_menu(card: OthersCard, qtbot: QtBot) -> None:
    card.present(SHORT)
    assert [each.text() for each in shown(card)][-1] == "Thêm việc"
    actions = card._menu.actions()
    assert [each.text() for each in actions] == [each.text for each in SHORT[PLACES - 1 :]]
    with qtbot.waitSignal(card.picked) as picked:
        actions[0].trigger()
    assert picked.args == ["step5"]
    card.present(SHORT[:2])
    assert [each.text() for each in shown(card)] == ["Việc 0", "Việc 1"]


def test_long_words_take_two_columns_and_at_last_lose_their_key(
    card: OthersCard, look: Look
) -> None:
    card.present(LONG)
    assert places(card) == {(row, column) for row in range(3) for column in range(2)}
    assert shown(card)[0]._keys == "F7"
    look.set_scale(1.75)
    card.set_room(560)
    assert shown(card)[0]._keys == ""


def test_a_click_names_its_act(card: OthersCard, qtbot: QtBot) -> None:
    card.present((OtherButton(OtherAct.TELL, "Ghi liên hệ", "phone"), *SHORT[:1]))
    first, second = shown(card)
    with qtbot.waitSignal(card.picked) as picked:
        first.click()
    assert picked.args == [OtherAct.TELL]
    with qtbot.waitSignal(card.picked) as picked:
        second.click()
    assert picked.args == ["step0"]
    card.present((OtherButton(OtherAct.TELL, "Ghi liên hệ", "phone"), *SHORT[:1]))
    assert shown(card) == [first, second], "the same stay"
