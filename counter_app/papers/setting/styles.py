"""The sizes of the papers, in points: one family, bold for names, due time and code only."""

from __future__ import annotations

from counter_app.papers.setting.typist import Style

BODY = Style("regular", 10)
BOLD = Style("bold", 10)
ITALIC = Style("italic", 10)
NATION = Style("bold", 9, kerned=True)
MOTTO = Style("bold", 9.9)
PARENT = Style("regular", 9)
UNIT = Style("bold", 9)
PLACE = Style("italic", 9.9)
TITLE = Style("bold", 13.5, tracking=0.1, kerned=True)
SHORT_TITLE = Style("bold", 13.5, tracking=0.4, kerned=True)
COPY = Style("italic", 9.5)
CODE = Style("bold", 10.5)
CODE_LABEL = Style("regular", 10.5)
TABLE = Style("regular", 9.5)
TABLE_HEAD = Style("bold", 8.5)
SIGN_HERE = Style("italic", 9)
CONTINUED_UNIT = Style("regular", 8)
CONTINUED_NAME = Style("bold", 10.5)
CONTINUED_NOTE = Style("italic", 8.5)
FOOT = Style("regular", 8)
FOOT_ITALIC = Style("italic", 8)
SMALL = Style("regular", 6.8, grey=0.2)
STAMP = Style("bold", 10)
BAND = Style("bold", 25, tracking=1.5, grey=1.0, kerned=True)
WARNING = Style("bold", 13.5, tracking=0.3, kerned=True)
DISCLAIMER = Style("italic", 10.5)
LOW_BAND = Style("bold", 15, tracking=0.8, grey=1.0, kerned=True)
UNIT_LINE = Style("regular", 8.5)
