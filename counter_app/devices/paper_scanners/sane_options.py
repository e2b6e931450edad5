"""What `scanimage --all-options` says of a scanner, and our wishes in its own words.

Each maker names modes and sources differently ("Lineart", "Black & White"; "ADF", "Automatic
Document Feeder"), so they are found by what their names contain.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from counter_app.devices.paper_scanners.document_scanner import (
    A4,
    READABLE_DPI,
    Abilities,
    Feed,
    Ink,
    ScanOrder,
)

_LINE = re.compile(r"^ {4}(--?[a-z][\w-]*)(?:\[=\(.*?\)\])?(?: (?!\[)(.*?))?(?: \[(.*)\])?$")
_RANGE = re.compile(r"(-?[\d.]+)\.\.(-?[\d.]+)")
_NUMBER = re.compile(r"\d+")

_INKS: tuple[tuple[Ink, tuple[str, ...]], ...] = (
    (Ink.LINEART, ("lineart", "line art", "black & white", "black/white", "binary", "monochrome")),
    (Ink.GREY, ("gray", "grey")),
    (Ink.COLOUR, ("color", "colour")),
)
_FEEDER = ("adf", "feeder", "document feeder")
_BOTH = ("duplex", "both")
_GLASS = ("flatbed", "platen", "glass", "normal")


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its values as printed, "" when the device has it switched off."""

    values: str
    current: str

    @property
    def is_active(self) -> bool:
        """False for an option that other settings switched off."""
        return self.current != "inactive"

    def choices(self) -> tuple[str, ...]:
        """Return the words to choose from."""
        return tuple(part.strip() for part in self.values.split("|") if part.strip())


def options(text: str) -> dict[str, Option]:
    """Return the options in the answer of `scanimage --all-options`, by their names."""
    found: dict[str, Option] = {}
    for line in text.splitlines():
        match = _LINE.match(line.rstrip())
        if match:
            found[match[1].lstrip("-")] = Option(match[2] or "", match[3] or "")
    return found


def abilities(found: Mapping[str, Option]) -> Abilities:
    """Return what these options allow. A scanner that names no mode or source is taken as usual."""
    modes, sources = _modes(found), _sources(found)
    return Abilities(
        inks=tuple(ink for ink in Ink if ink in modes) or (Ink.COLOUR, Ink.GREY),
        feeds=tuple(feed for feed in Feed if feed in sources) or (Feed.GLASS,),
        finest=_finest(found),
        bed=(_most(found, "x", A4[0]), _most(found, "y", A4[1])),
    )


def arguments(found: Mapping[str, Option], order: ScanOrder) -> list[str]:
    """Return `order` as arguments of scanimage. What a scanner can't do gets its next best."""
    said: list[str] = []
    sources = _sources(found)
    if order.feed in sources:
        said += ["--source", sources[order.feed]]
    modes = _modes(found)
    ink = _nearest(order.ink, modes)
    if ink is not None:
        said += ["--mode", modes[ink]]
    if "resolution" in found:
        said += ["--resolution", str(resolution(found, order.dpi))]
    for name, length in (("x", A4[0]), ("y", A4[1])):
        if name in found and found[name].is_active:
            # A bed that is longer than the sheet would give a page with a black border.
            said += [f"-{name}", f"{min(length, _most(found, name, length)):g}"]
    return said


def resolution(found: Mapping[str, Option], wanted: int) -> int:
    """Return the least resolution of the scanner that is at least `wanted`, else its finest."""
    option = found.get("resolution")
    if option is None:
        return wanted
    if span := _RANGE.search(option.values):
        return round(min(max(wanted, float(span[1])), float(span[2])))
    steps = sorted(int(each) for each in _NUMBER.findall(option.values))
    return next((step for step in steps if step >= wanted), steps[-1] if steps else wanted)


def _finest(found: Mapping[str, Option]) -> int:
    return resolution(found, 100_000) if "resolution" in found else READABLE_DPI


def _most(found: Mapping[str, Option], name: str, usual: float) -> float:
    span = _RANGE.search(found[name].values) if name in found else None
    return float(span[2]) if span else usual


def _modes(found: Mapping[str, Option]) -> dict[Ink, str]:
    choices = found["mode"].choices() if "mode" in found else ()
    named: dict[Ink, str] = {}
    for ink, words in _INKS:
        for choice in choices:
            # "True Gray" before "Gray (error diffusion)": dithered dots are neither read nor small.
            if ink not in named and any(word in choice.lower() for word in words):
                named[ink] = choice
    return named


def _sources(found: Mapping[str, Option]) -> dict[Feed, str]:
    choices = found["source"].choices() if "source" in found else ()
    named: dict[Feed, str] = {}
    for choice in choices:
        low = choice.lower()
        if any(word in low for word in _FEEDER):
            feed = Feed.BOTH_SIDES if any(word in low for word in _BOTH) else Feed.FEEDER
        elif any(word in low for word in _GLASS):
            feed = Feed.GLASS
        else:
            continue
        named.setdefault(feed, choice)
    return named


def _nearest(wanted: Ink, modes: Mapping[Ink, str]) -> Ink | None:
    order = {
        Ink.LINEART: (Ink.LINEART, Ink.GREY, Ink.COLOUR),
        Ink.GREY: (Ink.GREY, Ink.COLOUR, Ink.LINEART),
        Ink.COLOUR: (Ink.COLOUR, Ink.GREY, Ink.LINEART),
    }
    return next((ink for ink in order[wanted] if ink in modes), None)
