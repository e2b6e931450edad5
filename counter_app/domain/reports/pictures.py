"""Pictures of figures (biểu đồ): what they say, their numbers as a small table, where to draw what.

The same drawing is painted in the window and on paper. Places are shares of the whole picture, x
from the left and y from the top. No meaning rests on a colour: fills differ by pattern, and words
stand beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from counter_app.domain.reports.sheet import Drill


class PictureKind(Enum):
    """How a picture is drawn."""

    FLOW = "flow"  # upright bars by day, a bar for each series
    SHARES = "shares"  # level bars from 0 to 100 %, each with the mark of its target
    AGES = "ages"  # one stacked bar, its parts named below
    HOURS = "hours"  # a grid of weekdays and hours, darker where there is more


@dataclass(frozen=True, slots=True)
class Place:
    """Something that is counted: a day, an agency, an hour. `short` is its mark on the axis."""

    words: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a picture as it is written; `value` None where there is none to draw."""

    value: int | None
    words: str
    drill: Drill | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: `figures` by series, then by place.

    `says` is what is counted, by which rule; `report` the name of the report that says more. The
    series of `SHARES` are the share in tenths of a percent, its part, its whole and its target.
    """

    kind: PictureKind
    title: str
    says: str
    places: tuple[Place, ...]
    series: tuple[str, ...]
    figures: tuple[tuple[Figure, ...], ...]
    report: str = ""

    def __post_init__(self) -> None:
        if len(self.figures) != len(self.series):
            raise ValueError("a series has no figures")
        if any(len(row) != len(self.places) for row in self.figures):
            raise ValueError("a series has another number of figures than there are places")

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was counted."""
        return not any(figure.value for row in self.figures for figure in row)

    @property
    def by_series(self) -> bool:
        """Tell whether places stand side by side, series below each other."""
        return self.kind in (PictureKind.FLOW, PictureKind.HOURS)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The figures of a picture as a small table; `current` is the cell (row, column) chosen."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    current: tuple[int, int]


def numbers(picture: Picture, series: int, place: int, most: int) -> Numbers:
    """Return the table around one figure, with at most `most` columns of figures."""
    match picture.kind:
        case PictureKind.FLOW:
            shown, rows = range(len(picture.series)), picture.series
        case PictureKind.HOURS:
            shown, rows = range(series, series + 1), picture.series
        case PictureKind.SHARES:
            cells = tuple(row[place].words for row in picture.figures)
            words = picture.places[place].words
            return Numbers(("", *picture.series), ((words, *cells),), (0, series + 1))
        case PictureKind.AGES:
            shown, rows = range(1), picture.series
    count = min(most, len(picture.places))
    first = max(0, min(place - count // 2, len(picture.places) - count))
    window = range(first, first + count)
    return Numbers(
        ("", *(picture.places[at].short or picture.places[at].words for at in window)),
        tuple((rows[row], *(picture.figures[row][at].words for at in window)) for row in shown),
        (list(shown).index(series), place - first + 1),
    )


class Fill(Enum):
    """How an area is filled. Each is told from the others without its colour."""

    SOLID = "solid"
    EMPTY = "empty"  # an outline only
    STRIPED = "striped"
    CROSSED = "crossed"
    DOTTED = "dotted"
    PALE = "pale"
    SHADE = "shade"  # by `level`: 0 is nothing, LEVELS the darkest


LEVELS = 4


class Side(Enum):
    """Where a text hangs at its point."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Rect:
    """A place of the drawing, in shares of it."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass(frozen=True, slots=True)
class Area:
    """A filled rectangle. `late`: it says that something is past its promise."""

    rect: Rect
    fill: Fill
    level: int = 0
    late: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text whose middle is at height `y`; `room` is what it may take of the width.

    `level`: that of the shade it stands on. `short` stands there where `text` has no room: a number
    that is cut off would be another number.
    """

    text: str
    x: float
    y: float
    room: float
    side: Side = Side.LEFT
    quiet: bool = False
    level: int = 0
    short: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line: of the grid, or (`mark`) the heavy one of a target."""

    x1: float
    y1: float
    x2: float
    y2: float
    mark: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """What to draw: strokes of the grid, areas, marks, texts. `spots` are the figures' places."""

    areas: tuple[Area, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    labels: tuple[Label, ...] = ()
    spots: Mapping[tuple[int, int], Rect] | None = None

    def at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the figure (series, place) at a point."""
        spots = self.spots or {}
        return next((figure for figure, rect in spots.items() if rect.holds(x, y)), None)


_KEY, _AXIS = 0.09, 0.11
_FILLS = (Fill.SOLID, Fill.STRIPED)
AGE_FILLS = (
    (Fill.EMPTY, False),
    (Fill.DOTTED, False),
    (Fill.STRIPED, True),
    (Fill.CROSSED, True),
    (Fill.SOLID, True),
    (Fill.PALE, False),
)
"""By the places of an `AGES` picture: in time, due soon, three steps of late, waiting."""


def drawing(picture: Picture) -> Drawing:
    """Return where everything of `picture` is drawn; nothing of a picture without places."""
    if not picture.places:
        return Drawing()
    match picture.kind:
        case PictureKind.FLOW:
            return _flow(picture)
        case PictureKind.SHARES:
            return _shares(picture)
        case PictureKind.AGES:
            return _ages(picture)
        case PictureKind.HOURS:
            return _hours(picture)


def steps_to(most: int) -> tuple[int, ...]:
    """Return the values of the lines of a grid: two to five round steps, the last not below."""
    unit = 1
    while True:
        for step in (unit, 2 * unit, 5 * unit):
            if most <= 4 * step:
                return tuple(range(0, (max(1, -(-most // step)) + 1) * step, step))
        unit *= 10


def _flow(picture: Picture) -> Drawing:
    left, top, bottom = 0.08, _KEY + 0.02, 1.0 - _AXIS
    steps = steps_to(max(figure.value or 0 for row in picture.figures for figure in row))
    high = bottom - top
    slot = (1.0 - left) / len(picture.places)
    bar = slot * 0.8 / len(picture.series)
    strokes, labels, areas = [], [], []
    for series, words in enumerate(picture.series):
        x = left + 0.32 * series
        areas.append(Area(Rect(x, _KEY * 0.15, 0.026, _KEY * 0.7), _FILLS[series % 2]))
        labels.append(Label(words, x + 0.036, _KEY / 2, 0.27))
    for step in steps:
        y = bottom - high * step / steps[-1]
        strokes.append(Stroke(left, y, 1.0, y))
        labels.append(Label(str(step), left - 0.012, y, left, Side.RIGHT, quiet=True))
    spots = {}
    every = -(-len(picture.places) // 5)
    for place, of in enumerate(picture.places):
        x = left + slot * place
        if (len(picture.places) - 1 - place) % every == 0:
            middle = min(x + slot / 2, 0.955)
            labels.append(Label(of.short, middle, 1.0 - _AXIS / 2, 0.12, Side.CENTRE, quiet=True))
        for series, row in enumerate(picture.figures):
            spots[series, place] = Rect(
                x + slot * series / len(picture.series), top, slot / len(picture.series), high
            )
            value = row[place].value or 0
            if value:
                tall = high * value / steps[-1]
                rect = Rect(x + slot * 0.1 + bar * series, bottom - tall, bar, tall)
                areas.append(Area(rect, _FILLS[series % 2]))
    return Drawing(tuple(areas), tuple(strokes), tuple(labels), spots)


def _shares(picture: Picture) -> Drawing:
    left, right, bottom = 0.33, 0.74, 1.0 - _AXIS
    wide, slot = right - left, bottom / max(4, len(picture.places))
    strokes, labels, areas, spots = [], [], [], {}
    for percent in (0, 50, 100):
        x = left + wide * percent / 100
        strokes.append(Stroke(x, 0.0, x, bottom))
        words = f"{percent} %"
        labels.append(Label(words, x, 1.0 - _AXIS / 2, 0.14, Side.CENTRE, quiet=True))
    for place, of in enumerate(picture.places):
        y = slot * place
        for series in range(len(picture.series)):
            spots[series, place] = Rect(0.0, y, 1.0, slot)
        labels.append(Label(of.words, 0.012, y + slot / 2, left - 0.032))
        figure, part, whole, wanted = (row[place] for row in picture.figures)
        value, target = figure.value, wanted.value
        if value is not None:
            below = target is not None and value < target
            rect = Rect(left, y + slot * 0.2, wide * min(value, 1000) / 1000, slot * 0.6)
            if rect.width:
                areas.append(Area(rect, Fill.STRIPED if below else Fill.SOLID))
        words_x = (left if value is None else right) + 0.015
        words = f"{figure.words} ({part.words}/{whole.words})"
        room = 1.0 - words_x
        labels.append(Label(words, words_x, y + slot / 2, room, short=figure.words))
        if target is not None:
            x = left + wide * target / 1000
            strokes.append(Stroke(x, y + slot * 0.08, x, y + slot * 0.92, mark=True))
    return Drawing(tuple(areas), tuple(strokes), tuple(labels), spots)


def _ages(picture: Picture) -> Drawing:
    row = picture.figures[0]
    whole = sum(figure.value or 0 for figure in row)
    top, x = 0.22, 0.0
    slot = (1.0 - top) / len(picture.places)
    areas, labels, spots = [], [], {}
    for place, figure in enumerate(row):
        fill, late = AGE_FILLS[place % len(AGE_FILLS)]
        y = top + slot * place
        value = figure.value or 0
        if value:
            wide = value / whole
            areas.append(Area(Rect(x, 0.02, wide, 0.13), fill, late=late))
            x += wide
        areas.append(Area(Rect(0.012, y + slot * 0.22, 0.04, slot * 0.56), fill, late=late))
        labels.append(Label(picture.places[place].words, 0.067, y + slot / 2, 0.6))
        labels.append(Label(figure.words, 0.8, y + slot / 2, 0.14, Side.RIGHT))
        part = f"{value * 100 // whole} %" if whole >= _FEW else ""
        labels.append(Label(part, 0.988, y + slot / 2, 0.18, Side.RIGHT, quiet=True))
        spots[0, place] = Rect(0.0, y, 1.0, slot)
    stroke = (Stroke(0.0, 0.15, 1.0, 0.15),) if not whole else ()
    return Drawing(tuple(areas), stroke, tuple(labels), spots)


_FEW = 5  # of fewer no share is said


def _hours(picture: Picture) -> Drawing:
    left, bottom = 0.18, 1.0 - _AXIS
    slot, line = (1.0 - left) / len(picture.places), bottom / len(picture.series)
    most = max(figure.value or 0 for row in picture.figures for figure in row)
    areas, labels, spots = [], [], {}
    for series, words in enumerate(picture.series):
        y = line * series
        labels.append(Label(words, 0.0, y + line / 2, left - 0.01))
        for place, figure in enumerate(picture.figures[series]):
            x = left + slot * place
            value = figure.value or 0
            level = -(-value * LEVELS // most) if most else 0
            rect = Rect(x + slot * 0.03, y + line * 0.05, slot * 0.94, line * 0.9)
            areas.append(Area(rect, Fill.SHADE, level))
            spots[series, place] = Rect(x, y, slot, line)
            if value:
                labels.append(
                    Label(figure.words, x + slot / 2, y + line / 2, slot, Side.CENTRE, level=level)
                )
    for place, of in enumerate(picture.places):
        x = left + slot * (place + 0.5)
        labels.append(Label(of.short, x, 1.0 - _AXIS / 2, slot, Side.CENTRE, quiet=True))
    return Drawing(tuple(areas), (), tuple(labels), spots)
