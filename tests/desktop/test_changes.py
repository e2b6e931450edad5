"""What changed, merged."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from counter_app.desktop.changed import Changed, Subject, dossier_changed
from counter_app.desktop.changes import Changes

PRINTED = Changed(frozenset({Subject.PRINTS}))


def test_one_dossier_and_any_dossier() -> None:
    one = dossier_changed("a")
    assert one.touches("a")
    assert not one.touches("b")
    assert Changed().touches("b")
    assert not PRINTED.touches("a")


def test_merged_is_what_either_says() -> None:
    both = dossier_changed("a") | dossier_changed("b")
    assert both.dossiers == {"a", "b"}
    assert (both | PRINTED).dossiers == {"a", "b"}
    assert (PRINTED | both).subjects == {Subject.PRINTS, Subject.DOSSIERS, Subject.SENDING}
    everybody = both | Changed(from_server=True)
    assert everybody.touches("z")
    assert everybody.from_server


def test_a_burst_is_heard_once_and_the_next_one_again(qtbot: QtBot) -> None:
    hub = Changes(merged_ms=30)
    heard: list[Changed] = []
    hub.changed.connect(heard.append)
    for uid in "abc":
        hub.tell(dossier_changed(uid))
    teller = threading.Thread(target=lambda: hub.tell(dossier_changed("d")))
    teller.start()
    teller.join()
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert heard[0].dossiers == {"a", "b", "c", "d"}
    hub.tell(PRINTED)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[1] == PRINTED
