"""What is larger on an A4 page than on A5: type, distances, symbols."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.papers.parts.heads import (
    A5_FURTHER,
    A5_HEAD,
    A5_SYMBOLS,
    FurtherType,
    HeadType,
    SymbolType,
)
from counter_app.papers.setting.grid import GridType
from counter_app.papers.setting.styles import (
    BODY,
    CONTINUED_NOTE,
    COPY,
    ITALIC,
    SIGN_HERE,
    TABLE,
    TABLE_HEAD,
    TITLE,
)
from counter_app.papers.setting.typist import Style, strong


@dataclass(frozen=True, slots=True)
class HeadPlaces:
    """Where the head of a first page stands, in millimetres.

    The top of the bars; baselines of the code, of the title below it (`title`) and of one without
    symbols above it (`bare`). `title_pitch`, `copy` are the steps to the next line of the title and
    to those below it; `body` leads from the last one to the first line of the body. A letter's own
    number pushes all below it `number` down.
    """

    bars: float
    code: float
    title: float
    bare: float
    title_pitch: float
    copy: float
    body: float
    number: float


@dataclass(frozen=True, slots=True)
class SignaturePlaces:
    """Distances of the signatures, in millimetres, and the axes of two of them.

    `clear` lies above the captions, `here` below them to "(Ký, ghi rõ họ tên)", `room` to the
    names, `below` to the rule of the foot; `after` above the captions on the last of several pages.
    """

    clear: float
    here: float
    room: float
    below: float
    after: float
    pitch: float
    axes: tuple[float, float]
    width: float  # of a name


@dataclass(frozen=True, slots=True)
class LetterSize:
    """Type and distances of one size of page, in millimetres.

    Lines are `pitch` high, their baseline `rise` below their top; `between` lies between blocks.
    Values stand `value_x` from the margin, second ones beside them `beside_x`; text of a numbered
    row `text_x`. `scale` is how much wider columns are than on A5.
    """

    head: HeadType
    symbols: SymbolType
    further: FurtherType
    places: HeadPlaces
    signatures: SignaturePlaces
    body: Style
    italic: Style
    title: Style
    copy: Style
    sign_here: Style
    note: Style
    grid: GridType
    pitch: float
    rise: float
    between: float
    value_x: float
    beside_x: float
    text_x: float
    tick: float
    foot: float  # baseline of its last line
    after_head: float  # from the rule of a further page's head to its first line
    practice: tuple[float, float]  # middle of the mark across, and its size in points
    scale: float = 1.0

    @property
    def bold(self) -> Style:
        """The body in bold."""
        return strong(self.body)


A5_LETTER = LetterSize(
    head=A5_HEAD,
    symbols=A5_SYMBOLS,
    further=A5_FURTHER,
    places=HeadPlaces(
        bars=27.5, code=43.4, title=51.0, bare=35.0, title_pitch=5.6, copy=4.3, body=6.3, number=2.5
    ),
    signatures=SignaturePlaces(
        clear=5.1, here=4.1, room=16.8, below=2.7, after=8.0, pitch=4.3, axes=(28.0, 96.0), width=56
    ),
    body=BODY,
    italic=ITALIC,
    title=TITLE,
    copy=COPY,
    sign_here=SIGN_HERE,
    note=CONTINUED_NOTE,
    grid=GridType(
        TABLE, strong(TABLE), TABLE_HEAD, Style("italic", 8),
        pitch=3.9, side=1.3, above=0.75, below=1.05, head_pitch=3.25, head_room=2.45,
    ),
    pitch=4.3,
    rise=3.2,
    between=1.3,
    value_x=44.0,
    beside_x=75.0,
    text_x=5.0,
    tick=2.9,
    foot=199.4,
    after_head=3.0,
    practice=(122.7, 25.0),
)  # fmt: skip

_A4_BODY = Style("regular", 12)
_A4_ITALIC = Style("italic", 12)
_A4_TABLE = Style("regular", 11.5)

A4_LETTER = LetterSize(
    head=HeadType(
        Style("bold", 12, kerned=True), Style("bold", 13), _A4_BODY, strong(_A4_BODY),
        Style("italic", 13),
        first=18.9, pitch=5.4, motto=5.6, unit_rule=2.4, motto_rule=2.45, date=34.6,
    ),
    symbols=SymbolType(13.0, 0.625, 13.2, _A4_BODY, strong(_A4_BODY)),
    further=FurtherType(
        Style("regular", 9.5), Style("bold", 12.5), _A4_BODY, _A4_ITALIC,
        first=18.2, unit_pitch=4.2, name=2.0, code=6.0, pitch=5.6,
    ),
    places=HeadPlaces(
        bars=39.375, code=58.0, title=69.5, bare=49.0, title_pitch=6.8, copy=5.7, body=9.0,
        number=2.6,
    ),
    signatures=SignaturePlaces(
        clear=8.0, here=5.4, room=25.0, below=4.0, after=10.0, pitch=5.6, axes=(40.0, 132.0),
        width=78,
    ),
    body=_A4_BODY,
    italic=_A4_ITALIC,
    title=Style("bold", 15, tracking=0.3, kerned=True),
    copy=Style("italic", 11.5),
    sign_here=Style("italic", 11),
    note=Style("italic", 10),
    grid=GridType(
        _A4_TABLE, strong(_A4_TABLE), Style("bold", 10.5), Style("italic", 9),
        pitch=4.8, side=1.6, above=1.0, below=1.3, head_pitch=4.1, head_room=3.1,
    ),
    pitch=5.9,
    rise=4.3,
    between=1.8,
    value_x=58.0,
    beside_x=108.0,
    text_x=6.5,
    tick=3.4,
    foot=285.3,
    after_head=4.0,
    practice=(165.0, 36.0),
    scale=173 / 124,
)  # fmt: skip
