"""A procedure's name as it fits a column of a sheet: the catalogues have none, this makes one."""

from __future__ import annotations

import re

LONGEST = 90
"""Letters of a short name: about three lines of the narrowest column."""

_PREFIX = re.compile(r"thủ tục\s+", re.IGNORECASE)
_ASIDES = re.compile(r"\s*\([^()]*\)")


def short_name(name: str, longest: int = LONGEST) -> str:
    """Return `name` without "Thủ tục" in front; a long one without asides, and cut at a word.

    The same name is always shortened to the same words; the empty one stays empty.
    """
    bare = _PREFIX.sub("", name.strip(), count=1) if _PREFIX.match(name.strip()) else name.strip()
    if len(bare) > longest:
        bare = _ASIDES.sub("", bare)
    if len(bare) > longest:
        bare = bare[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
    return bare[:1].upper() + bare[1:]
