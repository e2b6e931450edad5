"""The sizes of the A4 sheets, in points, and the type of their tables and heads."""

from __future__ import annotations

from dataclasses import replace

from counter_app.papers.parts.heads import HeadType
from counter_app.papers.setting.grid import GridType
from counter_app.papers.setting.typist import Style

BODY = Style("regular", 12)
BOLD = Style("bold", 12)
ITALIC = Style("italic", 12)
TITLE = Style("bold", 15, tracking=0.2, kerned=True)
SECTION = Style("bold", 12)
COPY = Style("italic", 11)
CODE_LABEL = Style("regular", 11.5)
CODE = Style("bold", 11.5)
FOOT_LINE = Style("regular", 8, grey=0.2)
NOTE = Style("italic", 10.5)
SIGN_HERE = Style("italic", 10.5)
CONTINUED_UNIT = Style("regular", 9)
CONTINUED_NAME = Style("bold", 12)
UNIT = Style("regular", 9.5)
UNIT_BOLD = Style("bold", 9.5)
LEDGER_NOTE = Style("italic", 9)
SIDE = Style("regular", 9.5)
SPAN = Style("italic", 10)

_HEAD = (
    Style("bold", 12, kerned=True),
    Style("bold", 13),
    Style("regular", 12),
    Style("bold", 12),
    Style("italic", 13),
)
PORTRAIT_HEAD = HeadType(
    *_HEAD, first=18.4, pitch=5.4, motto=5.6, unit_rule=2.4, motto_rule=2.45, date=34.0
)
LANDSCAPE_HEAD = HeadType(
    *_HEAD, first=15.7, pitch=5.2, motto=5.4, unit_rule=2.3, motto_rule=2.4, date=29.6
)

TABLE = GridType(
    Style("regular", 11), Style("bold", 11), Style("bold", 10), Style("italic", 9),
    pitch=4.6, side=1.5, above=0.9, below=1.1, head_pitch=4.2, head_room=2.4,
)  # fmt: skip
CONTROL = replace(TABLE, head_pitch=4.65, head_room=3.0)
LIST = GridType(
    Style("regular", 9.5), Style("bold", 9.5), Style("bold", 9), Style("italic", 8),
    pitch=3.9, side=1.3, above=0.9, below=1.0, head_pitch=3.9, head_room=2.2, middle=True,
)  # fmt: skip
CASH = replace(LIST, middle=False)
LEDGER = GridType(
    Style("regular", 8.5), Style("bold", 8.5), Style("bold", 8.5), Style("italic", 7.5),
    pitch=3.5, side=1.0, above=0.55, below=0.55, head_pitch=3.4, head_room=2.8, middle=True,
)  # fmt: skip
WALL = GridType(
    Style("regular", 14), Style("bold", 14), Style("bold", 13), Style("italic", 10),
    pitch=5.9, side=1.8, above=1.2, below=1.4, head_pitch=5.4, head_room=2.8,
)  # fmt: skip
WALL_BODY = Style("regular", 14)
WALL_BOLD = Style("bold", 14)
WALL_SECTION = Style("bold", 15)
WALL_NAME = Style("bold", 19)
WALL_TITLE = Style("bold", 15, tracking=0.6, kerned=True)
