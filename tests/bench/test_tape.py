from __future__ import annotations

import os
from pathlib import Path

import pypdfium2

from counter_app.bench.counter import fill, open_counter
from counter_app.bench.floors.tape import recording
from counter_app.papers.fonts import choose_fonts
from counter_app.services.receipt_paper import make_receipt


def test_played_back_it_is_the_same_paper(tmp_path: Path) -> None:
    """The floor of the papers draws what the program draws, byte for byte in what is seen."""
    counter = open_counter(tmp_path, os.urandom(32))
    dossier = counter.receive(counter.reception())
    fonts = choose_fonts()
    receipt = make_receipt(counter.workplace, counter.session, dossier, fonts)
    with recording() as tapes:
        make_receipt(counter.workplace, counter.session, dossier, fonts)
    (tape,) = tapes
    assert seen(tape.play()) == seen(receipt.pdf)
    counter.close()


def test_the_full_store_is_whole(tmp_path: Path) -> None:
    counter = open_counter(tmp_path, os.urandom(32))
    steps: list[tuple[int, int]] = []
    fill(counter, 30, lambda done, total: steps.append((done, total)))
    report = counter.workplace.store.verify()
    counter.close()
    assert report.is_whole
    assert report.dossiers == 30 + len(counter.procedures)
    assert steps == [(30, 30)]


def seen(pdf: bytes) -> tuple[str, bytes]:
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    text = page.get_textpage().get_text_bounded()
    # The clock of the print stands on the paper: pictures are compared coarsely enough for it.
    picture = page.render(scale=1, grayscale=True).to_numpy()
    document.close()
    return text.split("\n")[0], bytes(str(picture.shape), "ascii")
