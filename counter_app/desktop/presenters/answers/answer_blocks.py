"""The blocks of the panel: the server's words, then fields, sides or a reason, by the way."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from counter_app.desktop.presenters.answers.answer_words import SAFE, WAYS
from counter_app.desktop.presenters.steps.step_state import (
    NEXT,
    Block,
    Fields,
    Input,
    Row,
    Rows,
    Say,
    SayKind,
    Sides,
)
from counter_app.domain.acts.kinds import AUDIT_LANE, SERVER_KINDS, Kind
from counter_app.domain.acts.steps import Corrected
from counter_app.domain.dates import parse_date, shown_date
from counter_app.domain.problems import Problem
from counter_app.domain.settling.leaves import Leaf, LeafKind, Path, leaves, marked, path_of
from counter_app.domain.settling.three_ways import Choice, Difference
from counter_app.i18n import tr
from counter_app.services.answers.answered import Answered, Way
from counter_app.wording.answers import field_words, mark_words
from counter_app.wording.flags import flag_words
from counter_app.wording.sentences import problem_words
from counter_app.wording.timeline import TITLES

REASON, WAY = "reason", "way"
_MINE, _THEIRS = "mine:", "theirs:"
_FIELDS = 12
"""So many fields are shown when the server marked none."""

_NOT_TOLD = AUDIT_LANE | SERVER_KINDS | {Kind.DROPPED, Kind.PRINTED, Kind.NUMBERED}
"""Possible steps that aren't an officer's choice."""


@dataclass
class Typed:
    """What the officer did so far: texts by field, the sides and the way that were taken."""

    texts: dict[str, str] = field(default_factory=dict)
    sides: dict[str, Choice] = field(default_factory=dict)
    way: Way | None = None

    def take(self, name: str) -> None:
        """Take the side or the way of that name."""
        if name.startswith(_MINE):
            self.sides[name.removeprefix(_MINE)] = Choice.MINE
        elif name.startswith(_THEIRS):
            self.sides[name.removeprefix(_THEIRS)] = Choice.THEIRS
        else:
            self.way = next((way for way in Way if way.value == name), self.way)

    def way_of(self, found: Answered) -> Way:
        """Return how it is settled: as was chosen, else in the usual way."""
        if self.way in found.ways and self.way is not None:
            return self.way
        return found.ways[0] if found.ways else Way.DROP


def blocks_of(found: Answered, typed: Typed, today: date) -> tuple[Block, ...]:
    """Return the panel's blocks, with the digits of what can be taken."""
    return tuple(_numbered(_blocks(found, typed, today)))


def lack_of(found: Answered, typed: Typed, today: date) -> tuple[str, str] | None:
    """Return what is still wanted: words, and the name of its place."""
    if not found.ways:
        return tr("Việc này cần quản trị của tỉnh xem cùng; nó vẫn lưu trên máy."), NEXT
    way = typed.way_of(found)
    if way in (Way.DROP, Way.REVIEW) and not typed.texts.get(REASON, "").strip():
        reviews = way is Way.REVIEW
        return tr("Ghi điều đã xem xét.") if reviews else tr("Ghi lý do bỏ việc này."), REASON
    if way is Way.CHOOSE:
        for each in found.differences:
            if _side(each, typed) is None:
                words = tr("Chọn nội dung đúng: {field}.").format(field=_label(each.path))
                return words, _name(each.path)
    if way is Way.MEND:
        fields = _shown(found)
        for leaf, _ in fields:
            if words := _wrong(leaf, typed, today):
                return f"{_label(_path(found, leaf))}: {words}", _name(leaf.path)
        marks = [leaf for leaf, why in fields if why]
        if marks and not any(_text(leaf, typed) != _said(leaf) for leaf, _ in fields):
            return tr("Sửa ô được máy chủ đánh dấu."), _name(marks[0].path)
    return None


def edits_of(found: Answered, typed: Typed, today: date) -> dict[Path, str]:
    """Return the texts that differ from what stands, as `Leaf` has them."""
    return {
        leaf.path: _plain(leaf, typed, today)
        for leaf, _ in _shown(found)
        if _text(leaf, typed) != _said(leaf)
    }


def picked(found: Answered, typed: Typed) -> Mapping[Path, Choice]:
    """Return the side of every value that differs."""
    sides = ((each.path, _side(each, typed)) for each in found.differences)
    return {path: side for path, side in sides if side is not None}


def _blocks(found: Answered, typed: Typed, today: date) -> Iterator[Block]:
    said, way = found.said, typed.way_of(found)
    if way is Way.REVIEW:
        words = " ".join(flag_words(flag) for flag in found.flags)
        yield Say("server", tr("Đã nhận, có lưu ý"), words, SayKind.WARN, "warn")
        yield Say("safe", "", tr(SAFE[way]))
        yield Fields(REASON, (Input(REASON, tr("Đã xem xét"), typed.texts.get(REASON, "")),))
        return
    title = said.title or tr("Máy chủ chưa nhận việc này")
    yield Say("server", tr("Máy chủ: {words}.").format(words=title), said.detail,
              SayKind.WARN, "warn")  # fmt: skip
    steps = [tr(TITLES[kind]) for kind in said.possible if kind not in _NOT_TOLD]
    if steps:
        yield Say("possible", tr("Hồ sơ này lúc này làm được"), " · ".join(steps))
    if found.ways:
        yield Say("safe", "", tr(SAFE[way]))
    if way is Way.MEND:
        yield from _fields(found, typed, today)
    elif way is Way.CHOOSE:
        for place, each in enumerate(found.differences):
            yield dataclasses.replace(_sides(each, typed), heads=not place)
    if len(found.ways) > 1:
        rows = tuple(Row(each.value, tr(WAYS[each]), ticked=each is way) for each in found.ways)
        yield Rows(WAY, tr("Cách xử lý"), rows, single=True)
    if way is Way.DROP and found.ways:
        given = Input(REASON, tr("Lý do"), typed.texts.get(REASON, ""))
        yield Fields(REASON, (given,))


def _fields(found: Answered, typed: Typed, today: date) -> Iterator[Block]:
    shown = _shown(found)
    for leaf, why in shown:
        name, text = _name(leaf.path), _text(leaf, typed)
        was = text == _said(leaf)
        yield Fields(
            name,
            (
                Input(
                    name,
                    _label(_path(found, leaf)),
                    text,
                    problem=_wrong(leaf, typed, today) or (why if was else ""),
                    note="" if was else tr("trước là: {text}").format(text=_said(leaf) or "…"),
                    digits=leaf.kind is not LeafKind.TEXT,
                ),
            ),
        )
    if not shown:
        yield Say("none", tr("Máy chủ đánh dấu một mục do chương trình tự ghi."),
                  tr("Gửi lại một lần; nếu vẫn vậy, báo quản trị của tỉnh."))  # fmt: skip


def _shown(found: Answered) -> list[tuple[Leaf, str]]:
    """Return what can be typed, each with why the server marked it ("" when it didn't)."""
    every = [leaf for leaf in leaves(found.body) if _label(_path(found, leaf))]
    why: dict[Path, str] = {}
    for mark in found.said.marks:
        for leaf in marked(tuple(every), mark.pointer):
            why.setdefault(leaf.path, mark_words(mark.code))
    if why:
        return [(leaf, why[leaf.path]) for leaf in every if leaf.path in why]
    if any(path_of(mark.pointer) for mark in found.said.marks):
        return []
    return [(leaf, "") for leaf in every if leaf.text][:_FIELDS]


def _path(found: Answered, leaf: Leaf) -> Path:
    """Return a leaf's path as it is named: what a correction changed has the registration's."""
    body, path = found.body, leaf.path
    if isinstance(body, Corrected) and path[:1] == ("changes",):
        return (body.changes[int(path[1])].pointer.removeprefix("/"), *path[3:])
    return path


def _sides(each: Difference, typed: Typed) -> Sides:
    side, name = _side(each, typed), _name(each.path)
    return Sides(
        name,
        _label(each.path),
        _value(each.base),
        Row(_MINE + name, _value(each.mine), ticked=side is Choice.MINE),
        Row(_THEIRS + name, _value(each.theirs), ticked=side is Choice.THEIRS),
    )


def _side(each: Difference, typed: Typed) -> Choice | None:
    return typed.sides.get(_name(each.path), each.choice)


def _numbered(blocks: Iterator[Block]) -> Iterator[Block]:
    count = 0

    def with_key(row: Row) -> Row:
        nonlocal count
        count += 1
        return dataclasses.replace(row, number=str(count), is_key=count <= 9)

    for block in blocks:
        if isinstance(block, Rows):
            yield dataclasses.replace(block, rows=tuple(with_key(row) for row in block.rows))
        elif isinstance(block, Sides):
            yield dataclasses.replace(
                block, mine=with_key(block.mine), theirs=with_key(block.theirs)
            )
        else:
            yield block


def _name(path: Path) -> str:
    return "/" + "/".join(path)


def _label(path: Path) -> str:
    return field_words(path)


def _value(value: object) -> str:
    if value is None or value == "":
        return tr("(trống)")
    if isinstance(value, bool):
        return tr("có") if value else tr("không")
    if isinstance(value, list):
        return " · ".join(_value(next(iter(each.values()), "")) if isinstance(each, dict)
                          else str(each) for each in value)  # fmt: skip
    return _date_words(str(value))


def _date_words(text: str) -> str:
    try:
        return shown_date(date.fromisoformat(text)) if len(text) == 10 else text
    except ValueError:
        return text


def _said(leaf: Leaf) -> str:
    """Return what stands, as an officer would type it."""
    if leaf.kind is LeafKind.DATE and leaf.text:
        return shown_date(date.fromisoformat(leaf.text))
    return leaf.text


def _text(leaf: Leaf, typed: Typed) -> str:
    return typed.texts.get(_name(leaf.path), _said(leaf))


def _wrong(leaf: Leaf, typed: Typed, today: date) -> str:
    text = _text(leaf, typed).strip()
    if leaf.kind is LeafKind.NUMBER and text and not text.isascii():
        return tr("Chỉ gõ chữ số.")
    if leaf.kind is LeafKind.NUMBER and not text.isdecimal() and (text or leaf.text):
        return tr("Chỉ gõ chữ số.")
    if leaf.kind is LeafKind.DATE and text:
        read = parse_date(text, today)
        return problem_words(read) if isinstance(read, Problem) else ""
    return ""


def _plain(leaf: Leaf, typed: Typed, today: date) -> str:
    text = _text(leaf, typed).strip()
    if leaf.kind is LeafKind.DATE and text:
        read = parse_date(text, today)
        assert isinstance(read, date)
        return read.isoformat()
    return text
