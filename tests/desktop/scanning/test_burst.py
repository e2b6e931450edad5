"""A scanner never types into a field; a person always does, in order, at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.desktop.scanning.burst import Fate, Rules
from counter_app.desktop.scanning.stroke import Kind
from tests.desktop.scanning.hands import CARD, CODE, Counter


@pytest.mark.parametrize("end", ["\r", "\n", "\t", "", "\r\n"])
@pytest.mark.parametrize("gap", [0, 1, 3, 12, 20, 24])
@pytest.mark.parametrize("text", [CARD, CODE, "123456"])
def test_a_scan_comes_whole_and_no_field_sees_it(text: str, gap: float, end: str) -> None:
    counter = Counter()
    counter.scan(text, gap, end)
    counter.wait(300)
    assert counter.read == [text]
    assert counter.taken == []
    assert counter.scans[0].terminator == end[:1]


@pytest.mark.parametrize("gap", [51, 60, 90, 150, 400])
def test_a_person_types_into_the_field(gap: float) -> None:
    counter = Counter()
    counter.person("Nguyen Thi Mau 0912345678\tphuong\r", gap)
    counter.wait(300)
    assert counter.typed == "Nguyen Thi Mau 0912345678\tphuong\r"
    assert counter.scans == []
    assert max(counter.delays.values()) <= 51


def test_rolling_fingers_are_no_scanner() -> None:
    """Pairs of keys 20 ms apart are common in fast typing; each is still held 50 ms only."""
    counter = Counter()
    for first, second in ["th", "ng", "nh", "tr", "ch", "ph"]:
        counter.wait(90)
        counter.key(first)
        counter.wait(20)
        counter.key(second)
    counter.wait(100)
    assert counter.typed == "thngnhtrchph"
    assert max(counter.delays.values()) <= 51


@pytest.mark.parametrize("end", ["\r", "\t", ""])
def test_a_short_burst_goes_to_the_field_after_all(end: str) -> None:
    counter = Counter()
    counter.scan("12345", 3, end)
    counter.wait(300)
    assert counter.typed == "12345" + end
    assert counter.scans == []


def test_presses_and_releases_reach_the_field_in_their_order() -> None:
    counter = Counter()
    for text, pressed, gap in [("a", True, 30), ("b", True, 30), ("a", False, 10), ("b", False, 0)]:
        counter.give(Kind.TEXT, text, code=ord(text), pressed=pressed)
        counter.wait(gap)
    counter.wait(100)
    assert [(stroke.text, stroke.pressed) for stroke in counter.taken] == [
        ("a", True),
        ("b", True),
        ("a", False),
        ("b", False),
    ]


def test_a_release_follows_its_press() -> None:
    counter = Counter()
    counter.give(Kind.TEXT, "x", code=1)  # a person holds a key while a scan comes
    counter.wait(200)
    for number, char in enumerate(CODE, 100):  # this scanner is late with all releases
        counter.wait(3)
        counter.give(Kind.TEXT, char, code=number)
    counter.give(Kind.TEXT, "x", code=1, pressed=False)
    counter.give(Kind.TERMINATOR, "\r", code=2)
    assert counter.read == [CODE]
    assert [(stroke.text, stroke.pressed) for stroke in counter.taken] == [
        ("x", True),
        ("x", False),
    ]
    for number, char in enumerate(CODE, 100):
        fate = counter.give(Kind.TEXT, char, code=number, pressed=False)
        assert fate is Fate.SWALLOW
    assert counter.give(Kind.TERMINATOR, "\r", code=2, pressed=False) is Fate.SWALLOW
    assert counter.give(Kind.TERMINATOR, "\r", code=2, pressed=False) is Fate.DELIVER


def test_a_lost_release_harms_nobody() -> None:
    counter = Counter()
    counter.scan(CODE, 3, "")
    counter.give(Kind.TERMINATOR, "\r", code=2)
    counter.wait(500)
    assert counter.give(Kind.TERMINATOR, "\r", code=2) is Fate.DELIVER
    assert counter.give(Kind.TERMINATOR, "\r", code=2, pressed=False) is Fate.DELIVER


def test_auto_repeat_is_a_person() -> None:
    counter = Counter()
    counter.give(Kind.TEXT, "a", code=1)
    counter.wait(400)
    for _ in range(20):
        counter.give(Kind.TEXT, "a", code=1, repeat=True, pressed=False)
        counter.give(Kind.TEXT, "a", code=1, repeat=True)
        counter.wait(30)
    counter.give(Kind.TEXT, "a", code=1, pressed=False)
    assert counter.typed == "a" * 21
    assert counter.scans == []


def test_doubled_characters_of_a_fast_scanner_are_no_auto_repeat() -> None:
    """Seen on X11: release and press in the same millisecond come flagged as a repeat."""
    counter = Counter()
    before = ""
    for char in CODE:
        counter.give(Kind.TEXT, char, code=ord(char), repeat=char == before)
        counter.give(Kind.TEXT, char, code=ord(char), pressed=False, repeat=char == "0")
        before = char
    counter.give(Kind.TERMINATOR, "\r", code=2)
    assert counter.read == [CODE]
    assert counter.taken == []


def test_a_key_that_repeats_while_a_scan_comes_stays_out_of_it() -> None:
    counter = Counter()
    counter.scan(CODE[:9], 3, "")
    assert counter.give(Kind.TEXT, "a", code=1, repeat=True) is Fate.DELIVER
    counter.scan(CODE[9:], 3)
    assert counter.read == [CODE]


def test_a_terminator_that_repeats_is_swallowed_with_its_press() -> None:
    counter = Counter()
    counter.scan(CODE, 3, "")
    counter.give(Kind.TERMINATOR, "\r", code=2)
    counter.wait(300)
    assert counter.give(Kind.TERMINATOR, "\r", code=2, repeat=True) is Fate.SWALLOW


def test_a_function_key_comes_after_what_was_typed_before() -> None:
    counter = Counter()
    counter.key("a")
    counter.wait(10)
    counter.give(Kind.OTHER, code=9)
    assert [stroke.kind for stroke in counter.taken] == [Kind.TEXT, Kind.TEXT, Kind.OTHER]


def test_a_function_key_does_not_cut_a_scan() -> None:
    counter = Counter()
    counter.scan(CODE[:9], 3, "")
    assert counter.give(Kind.OTHER, code=9) is Fate.DELIVER
    counter.scan(CODE[9:], 3)
    assert counter.read == [CODE]


def test_a_pause_of_a_busy_machine_does_not_cut_a_scan() -> None:
    counter = Counter()
    counter.scan(CARD[:30], 3, "")
    counter.wait(90)
    counter.scan(CARD[30:-1], 3, "")
    counter.wait(80)
    counter.scan(CARD[-1:], 3)
    assert counter.read == [CARD]
    assert counter.taken == []


def test_a_person_right_after_a_scan_without_terminator() -> None:
    counter = Counter()
    counter.scan(CODE, 3, "")
    counter.person("abc", 70)
    counter.wait(100)
    assert counter.read == [CODE]
    assert counter.typed == "abc"
    assert max(counter.delays.values()) <= 51


def test_a_terminator_that_comes_late_fires_nothing() -> None:
    counter = Counter()
    counter.scan(CODE, 3, "")
    counter.wait(180)
    assert counter.give(Kind.TERMINATOR, "\r", code=2) is Fate.SWALLOW
    counter.wait(300)
    assert counter.give(Kind.TERMINATOR, "\r", code=2) is Fate.DELIVER


def test_two_scans_in_a_row() -> None:
    counter = Counter()
    counter.scan(CODE, 3)
    counter.scan(CARD, 3)
    assert counter.read == [CODE, CARD]
    assert counter.taken == []


def test_with_a_prefix_nothing_is_held() -> None:
    counter = Counter(Rules(gap=120, prefix="~"))
    counter.person("Nguyen Thi Mau 0912345678\r", 60)
    assert set(counter.delays.values()) == {0}
    counter.scan("~" + CARD, 40)
    assert counter.read == [CARD]
    assert counter.typed == "Nguyen Thi Mau 0912345678\r"


def test_a_person_may_type_the_prefix() -> None:
    counter = Counter(Rules(gap=120, prefix="~"))
    counter.person("a~b", 150)
    counter.wait(200)
    assert counter.typed == "a~b"
    assert counter.scans == []


def test_a_control_character_as_prefix() -> None:
    counter = Counter(Rules(gap=120, prefix="\x02"))
    counter.give(Kind.MODIFIER, code=1)
    counter.give(Kind.CONTROL, "\x02", code=2)
    counter.give(Kind.CONTROL, "\x02", code=2, pressed=False)
    counter.give(Kind.MODIFIER, code=1, pressed=False)
    counter.scan(CODE, 3)
    assert counter.read == [CODE]
    assert counter.typed == ""


def test_commands_of_a_person_pass() -> None:
    counter = Counter()
    counter.give(Kind.MODIFIER, code=1)
    counter.wait(30)
    assert counter.give(Kind.CONTROL, "\x03", code=2) is Fate.DELIVER
    assert [stroke.code for stroke in counter.taken] == [1, 2]


@pytest.mark.parametrize("wrapped", [f"]Q3{CARD}", f"]C1{CARD}", f"*{CARD}*"])
def test_what_scanners_wrap_around_is_taken_off(wrapped: str) -> None:
    counter = Counter()
    counter.scan(wrapped)
    assert counter.read == [CARD]


def test_stx_and_etx_are_taken_off_even_after_the_terminator() -> None:
    counter = Counter()
    counter.scan(CODE[:9], 3, "")
    counter.give(Kind.CONTROL, "\x1d", code=9)
    counter.scan(CODE[9:], 3, "")
    counter.give(Kind.CONTROL, "\x03", code=3)
    counter.give(Kind.TERMINATOR, "\r", code=2)
    assert counter.give(Kind.CONTROL, "\x03", code=3) is Fate.SWALLOW
    assert counter.read == [CODE[:9] + "\x1d" + CODE[9:]]


def test_words_that_an_input_method_writes_again_are_no_scan() -> None:
    """UniKey replaces letters, or expands an abbreviation, in no time: these are a person's."""
    counter = Counter()
    counter.person("vn", 90)
    counter.wait(90)
    for _ in "vn":
        counter.give(Kind.BACKSPACE, code=8)
        counter.give(Kind.BACKSPACE, code=8, pressed=False)
    for char in "Việt Nam":
        counter.give(Kind.PACKET, char, code=231)
        counter.give(Kind.PACKET, char, code=231, pressed=False)
    counter.give(Kind.TERMINATOR, "\r", code=2)
    counter.wait(300)
    assert counter.scans == []
    assert counter.typed == "vnViệt Nam\r"


def test_composing_is_never_held() -> None:
    counter = Counter()
    counter.key("a")
    counter.wait(10)
    assert counter.give(Kind.PREEDIT, "â") is Fate.DELIVER
    assert counter.typed == "aâ"


_people = st.tuples(
    st.just("person"),
    st.text("abcdefghijklmnopqrstuvwxyzABC0123456789 ,.-/", min_size=1, max_size=12),
    st.floats(60, 400),
    st.just(""),
)
_scanners = st.tuples(
    st.just("scan"),
    st.one_of(
        st.sampled_from([CARD, CODE, "*12345678*", "]C1" + CODE]),
        st.text("abcDEF0123456789|-. Ầễỷđ", min_size=6, max_size=40).map(lambda text: f"1{text}1"),
    ),
    st.floats(1, 20),
    st.sampled_from(["\r", "\n", "\t", "\r\n", ""]),
)


@given(st.lists(st.one_of(_people, _scanners), max_size=8), st.data())
def test_typing_and_scanning_in_any_order(
    parts: list[tuple[str, str, float, str]], data: st.DataObject
) -> None:
    """Every typed character reaches the field once and in order, no scanned one does."""
    counter = Counter()
    typed, scanned = "", []
    unended = False
    for who, text, gap, end in parts:
        # No device scans twice within 120 ms: aiming and decoding take longer.
        counter.wait(data.draw(st.floats(150 if unended and who == "scan" else 60, 300)))
        unended = who == "scan" and not end
        if who == "person":
            counter.person(text, gap)
            typed += text
        else:
            counter.scan(text, gap, end)
            scanned.append(text.removeprefix("]C1").strip("*"))
    counter.wait(300)
    assert counter.typed == typed
    assert counter.read == scanned
    assert max(counter.delays.values(), default=0) <= 51.01


@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(Kind)),
            st.sampled_from("a1~\r"),
            st.integers(0, 5),
            st.booleans(),
            st.booleans(),
            st.floats(0, 200),
        ),
        max_size=60,
    ),
    st.sampled_from(["", "~"]),
)
def test_no_stroke_is_ever_lost(
    strokes: list[tuple[Kind, str, int, bool, bool, float]], prefix: str
) -> None:
    """Whatever happens: each stroke is delivered, in a scan or swallowed, only one of these."""
    counter = Counter(Rules(prefix=prefix))
    swallowed = 0
    for kind, text, code, pressed, repeat, gap in strokes:
        counter.wait(gap)
        fate = counter.give(kind, text, code=code, pressed=pressed, repeat=repeat)
        swallowed += fate is Fate.SWALLOW
    counter.wait(1000)
    in_scans = [stroke.number for scan in counter.scans for stroke in scan.strokes]
    delivered = [stroke.number for stroke in counter.taken]
    composed = set(in_scans) & set(delivered)  # composed before the burst was known
    assert len(in_scans) + len(delivered) - len(composed) + swallowed == len(strokes)
    assert counter.burst.held == ()
