"""What a sign of a lesson means, and what quick hands make of it."""

from __future__ import annotations

import pytest

from counter_app.domain.training.lesson import Seen, Step, holds, overtaken, spoken_of

SEEN = Seen(
    "office",
    "reception",
    frozenset({"card", "procedure"}),
    ((3, "received"), (5, "printed"), (9, "received")),
    is_up=False,
    waiting=2,
)


@pytest.mark.parametrize(
    ("sign", "since", "upto"),
    [
        ("entry:received", 0, 3),
        ("entry:received", 3, 9),
        ("entry:received", 9, None),
        ("entry:returned", 0, None),
        ("draft:card", 4, 4),
        ("draft:papers", 4, None),
        ("page:reception", 1, 1),
        ("page:day", 1, None),
        ("inside:office", 1, 1),
        ("inside:locked", 1, None),
        ("line:down", 1, 1),
        ("line:up", 1, None),
        ("sent:all", 1, None),
        ("read:next", 1, None),
    ],
)
def test_sign(sign: str, since: int, upto: int | None) -> None:
    assert holds(sign, SEEN, since) == upto


def test_all_is_sent_only_with_a_line() -> None:
    assert holds("sent:all", Seen(is_up=True, waiting=0), 7) == 7
    assert holds("sent:all", Seen(is_up=False, waiting=0), 7) is None


def test_what_was_written_already_is_not_asked_for() -> None:
    steps = (Step("a", "", "draft:papers"), Step("b", "", "entry:received"))
    assert overtaken(steps, SEEN, 3) == ("b", 9)
    assert overtaken(steps, SEEN, 9) is None


def test_what_has_to_be_read_is_never_left_out() -> None:
    steps = (Step("a", "", "read:next"), Step("b", "", "entry:received"))
    assert overtaken(steps, SEEN, 0) is None


@pytest.mark.parametrize(
    ("say", "order"),
    [
        ("Quét thẻ mẫu của Trần Thị Mẫu.", ["card B", "card A", "slip A", "slip B"]),
        ("F2, rồi quét phiếu của Trần Thị Mẫu.", ["slip B", "slip A", "card A", "card B"]),
        ("Quét các phiếu mẫu còn lại vào chồng.", ["slip A", "slip B", "card A", "card B"]),
        ("", ["card A", "card B", "slip A", "slip B"]),
    ],
)
def test_what_the_step_means_is_offered_first(say: str, order: list[str]) -> None:
    names = {"A": "Nguyễn Văn Tập", "B": "Trần Thị Mẫu"}
    samples = ["card A", "card B", "slip A", "slip B"]
    samples.sort(key=lambda each: spoken_of(say, names[each[-1]], on_paper=each[:4] == "slip"))
    assert samples == order
