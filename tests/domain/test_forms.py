from __future__ import annotations

from dataclasses import replace

from counter_app.domain.forms import Header, PaperLine
from tests.papers import samples


def test_header_on_one_line_leaves_out_what_is_empty() -> None:
    header = Header("UBND PHƯỜNG MẪU", ("TRUNG TÂM", "HÀNH CHÍNH CÔNG"), "Mẫu")
    assert header.on_one_line() == "UBND PHƯỜNG MẪU – TRUNG TÂM HÀNH CHÍNH CÔNG"
    assert replace(header, parent="").on_one_line() == "TRUNG TÂM HÀNH CHÍNH CÔNG"


def test_pieces_of_a_paper_are_counted() -> None:
    assert PaperLine("Đơn", 1, 2, 3).total == 6


def test_a_counter_without_a_field_is_only_a_number() -> None:
    assert samples.RECEIPT.counter_line() == "Quầy 12 – Đất đai, xây dựng"
    assert replace(samples.RECEIPT, counter_field="").counter_line() == "Quầy 12"
