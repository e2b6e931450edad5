from __future__ import annotations

import pytest

from counter_app.papers.fonts import choose_fonts, registered
from counter_app.papers.setting.styles import BODY, TITLE
from counter_app.papers.setting.typist import Style, Typist, strong, typist

FACES = registered(choose_fonts())


def test_what_was_set_is_remembered() -> None:
    one = Typist(FACES)
    assert one.set("Nội dung yêu cầu giải quyết:", BODY) is one.set(
        "Nội dung yêu cầu giải quyết:", BODY
    )
    assert typist(FACES) is typist(FACES)


def test_the_pieces_lead_to_the_end_of_the_text() -> None:
    one = typist(FACES).set("Địa chỉ:", BODY)
    assert sum(piece.advance for piece in one.pieces) == pytest.approx(one.width)


def test_a_title_pulls_v_and_a_together() -> None:
    plain = Style(TITLE.face, TITLE.size, TITLE.tracking)
    kerned = typist(FACES).set("HỒ SƠ VÀ HẸN TRẢ", TITLE)
    loose = typist(FACES).set("HỒ SƠ VÀ HẸN TRẢ", plain)
    assert [piece.text for piece in kerned.pieces] == ["HỒ SƠ V", "À HẸN TRẢ"]
    assert kerned.width == pytest.approx(loose.width - 0.11 * TITLE.size * 25.4 / 72)


def test_bold_is_wider() -> None:
    assert strong(BODY) is strong(BODY)
    assert typist(FACES).set("mã", strong(BODY)).width > typist(FACES).set("mã", BODY).width
