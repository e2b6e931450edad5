"""What the check shows to be scanned. No real person, no real dossier."""

from __future__ import annotations

from counter_app.domain.text import MARKED_LETTERS

_TYPING_TRAPS = "TN-DD AA EE OO AW OW UW DD A5 O6 U7 A8 D9"
"""What Telex and VNI turn into letters when an input method hooks the keyboard."""

SHOWN_QR = f"001190000123|012345678|{MARKED_LETTERS}|02031990|Nữ|{_TYPING_TRAPS}|25122021"
"""Built like a citizen card, with each of the 134 letters once."""

SHOWN_BARS = "H00.26-250718-000123"
"""Built like the code on a receipt, of the practice province."""
