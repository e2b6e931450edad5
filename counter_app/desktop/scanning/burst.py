"""Telling a scanner that types from a person who types, by speed (UX §4). Pure: values in and out.

A wedge types a character every 1 to 20 ms, a person hardly ever three within 50 ms. Keys are held
for at most `Rules.gap`; three within that time are a burst, and held on until it ends. A burst that
turns out too short, or too slow, goes to the field after all: every key, in its order.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from counter_app.desktop.scanning.decoding import characters, gaps
from counter_app.desktop.scanning.stroke import Kind, Stroke

SURE = 3
"""So many typing strokes within one gap are a device."""

FIRST_REPEAT = 150.0
"""Milliseconds: no system repeats a key sooner (Windows 250, X11 660), whatever its event says."""

_TERMINATORS = "\r\n\t"


@dataclass(frozen=True, slots=True)
class Rules:
    """How to tell, in milliseconds and characters.

    `gap`: how long a key is held, and the longest pause inside a burst; `silence`: ends a scan that
    has no terminator; `prefix`: the character that the scanner is programmed to type first. With
    a prefix no other key is held while nothing is being scanned.
    """

    gap: float = 50
    shortest: int = 6
    silence: float = 120
    prefix: str = ""


class Fate(Enum):
    """What happens to the stroke just asked about."""

    DELIVER = "deliver"  # to whom it was meant, now
    HOLD = "hold"  # kept: it will be in a later `release`, or in no field at all
    SWALLOW = "swallow"  # belongs to a scan


@dataclass(frozen=True, slots=True)
class BurstScan:
    """A whole scan: its strokes, presses and releases, without the `terminator` (may be "")."""

    strokes: tuple[Stroke, ...]
    terminator: str


@dataclass(frozen=True, slots=True)
class Answer:
    """First the `scan` ended, then `release` goes to the fields, then the `fate` comes to pass."""

    fate: Fate = Fate.DELIVER
    scan: BurstScan | None = None
    release: tuple[Stroke, ...] = ()


@dataclass(frozen=True, slots=True)
class Burst:
    """What is held. Start with `Burst()`; all changes give a new one.

    `sure`: what is held comes from a device. `earlier`: a whole burst before a pause longer than
    the gap; `held` then tells whether it goes on (the machine was busy) or somebody types.
    `down`: keys whose press was swallowed, so their release will be too. `grace`: until when a
    further terminator belongs to the scan before. `composed`: what an input method took last.
    """

    held: tuple[Stroke, ...] = ()
    sure: bool = False
    earlier: tuple[Stroke, ...] = ()
    down: frozenset[int] = field(default_factory=frozenset)
    grace: float = float("-inf")
    composed: Stroke | None = None


def step(burst: Burst, stroke: Stroke, rules: Rules) -> tuple[Burst, Answer]:
    """Return what is held after `stroke`, and what to do now."""
    burst, late = tick(burst, stroke.at, rules)
    burst, now = _step(burst, stroke, rules)
    return burst, Answer(now.fate, late.scan or now.scan, late.release + now.release)


def tick(burst: Burst, now: float, rules: Rules) -> tuple[Burst, Answer]:
    """Return what is held at `now`, without what has waited long enough."""
    if not burst.held:
        return burst, Answer()
    if not burst.sure:
        waited = tuple(stroke for stroke in burst.held if now - stroke.at > rules.gap)
        if not waited:
            return burst, Answer()
        rest = burst.held[len(waited) :]
        if burst.earlier:
            ended, answer = _complete(replace(burst, held=burst.earlier, earlier=()), "", rules)
            return replace(ended, held=rest), replace(answer, release=answer.release + waited)
        return replace(burst, held=rest), Answer(release=waited)
    quiet = now - _last(burst.held)
    if quiet <= rules.gap:
        return burst, Answer()
    if not _looks_scanned(burst.held, rules):
        return flush(burst, rules)
    return _complete(burst, "", rules) if quiet > rules.silence else (burst, Answer())


def due(burst: Burst, now: float, rules: Rules) -> float | None:
    """Return the next moment after which `tick` may have something to do; None: nothing held."""
    if not burst.held:
        return None
    if not burst.sure:
        return burst.held[0].at + rules.gap
    last = _last(burst.held)
    return last + (rules.gap if now <= last + rules.gap else rules.silence)


def flush(burst: Burst, rules: Rules) -> tuple[Burst, Answer]:
    """Return what is held to the fields at once (another key, a mouse press, focus goes away)."""
    if burst.earlier:
        ended, answer = _complete(replace(burst, held=burst.earlier, earlier=()), "", rules)
        return ended, replace(answer, release=answer.release + burst.held)
    return replace(burst, held=(), sure=False), Answer(release=burst.held)


def earlier_by(burst: Burst, milliseconds: float) -> Burst:
    """Return the same, all of it so much earlier: the clock was wrong about it."""

    def moved(strokes: tuple[Stroke, ...]) -> tuple[Stroke, ...]:
        return tuple(replace(each, at=each.at - milliseconds) for each in strokes)

    before = burst.composed
    return replace(
        burst,
        held=moved(burst.held),
        earlier=moved(burst.earlier),
        grace=burst.grace - milliseconds,
        composed=None if before is None else replace(before, at=before.at - milliseconds),
    )


def is_scanning(burst: Burst, rules: Rules) -> bool:
    """Return whether what is held is so long that it can only be a scan."""
    return burst.sure and _length(burst.held, rules) >= rules.shortest


def _step(burst: Burst, stroke: Stroke, rules: Rules) -> tuple[Burst, Answer]:
    if stroke.repeat and _pressed_anew(burst, stroke):
        stroke = replace(stroke, repeat=False)
    if not stroke.pressed:
        return _key_up(burst, stroke)
    if stroke.repeat:
        swallowed = stroke.code in burst.down
        return (burst, Answer(Fate.SWALLOW)) if swallowed else _other(burst, rules)
    burst = replace(burst, down=burst.down - {stroke.code})  # its release may have got lost
    return _press(burst, stroke, rules)


def _press(burst: Burst, stroke: Stroke, rules: Rules) -> tuple[Burst, Answer]:
    match stroke.kind:
        case Kind.TERMINATOR:
            return _terminator(burst, stroke, rules)
        case Kind.PREEDIT if not burst.sure:
            # An input method expects its events to arrive at once, so they are never held alone.
            burst, answer = flush(burst, rules)
            return replace(burst, composed=stroke), answer
        case Kind.TEXT | Kind.PACKET | Kind.PREEDIT | Kind.ALT_DIGIT:
            return _typed(burst, stroke, rules)
        case Kind.CONTROL if burst.sure and stroke.text in _TERMINATORS:
            return _terminator(burst, stroke, rules)
        case Kind.CONTROL if stroke.at <= burst.grace:
            return _swallow(burst, stroke), Answer(Fate.SWALLOW)
        case Kind.CONTROL if burst.sure or stroke.text == rules.prefix:
            return _typed(burst, stroke, rules)
        case Kind.BACKSPACE if burst.held:
            return _typed(burst, stroke, rules)
        case Kind.MODIFIER | Kind.ALT if burst.held or not rules.prefix:
            return replace(burst, held=(*burst.held, stroke)), Answer(Fate.HOLD)
        case _:
            return _other(burst, rules)


def _typed(burst: Burst, stroke: Stroke, rules: Rules) -> tuple[Burst, Answer]:
    if rules.prefix and not burst.held:
        if stroke.text != rules.prefix:
            return burst, Answer()
        return replace(burst, held=(stroke,), sure=True), Answer(Fate.HOLD)
    if burst.sure and stroke.at - _last(burst.held) > rules.gap:  # `tick` left it: a whole scan
        burst = replace(burst, earlier=burst.held, held=(stroke,), sure=False)
        return burst, Answer(Fate.HOLD)
    held = (*burst.held, stroke)
    sure = burst.sure or _fast(held, rules)
    if sure and burst.earlier:
        held = burst.earlier + held
        burst = replace(burst, earlier=())
    return replace(burst, held=held, sure=sure), Answer(Fate.HOLD)


def _terminator(burst: Burst, stroke: Stroke, rules: Rules) -> tuple[Burst, Answer]:
    if burst.earlier and any(held.paced for held in burst.held):
        burst = replace(burst, held=burst.earlier + burst.held, earlier=(), sure=True)
    if is_scanning(burst, rules):
        burst, answer = _complete(burst, stroke.text, rules, stroke.at + rules.gap)
        return _swallow(burst, stroke), replace(answer, fate=Fate.SWALLOW)
    if not burst.held and stroke.at <= burst.grace:
        burst = replace(burst, grace=stroke.at + rules.gap)
        return _swallow(burst, stroke), Answer(Fate.SWALLOW)
    return flush(burst, rules)


def _pressed_anew(burst: Burst, stroke: Stroke) -> bool:
    """Return whether a "repeat" is a fast device: X11 takes release and press at once for one."""
    return any(
        held.pressed and held.code == stroke.code and stroke.at - held.at < FIRST_REPEAT
        for held in burst.held
    )


def _other(burst: Burst, rules: Rules) -> tuple[Burst, Answer]:
    """Let a key pass that no scanner types, after what was typed before it."""
    return (burst, Answer()) if is_scanning(burst, rules) else flush(burst, rules)


def _key_up(burst: Burst, stroke: Stroke) -> tuple[Burst, Answer]:
    if stroke.code in burst.down:
        if not stroke.repeat:
            burst = replace(burst, down=burst.down - {stroke.code})
        return burst, Answer(Fate.SWALLOW)
    if not burst.held or stroke.repeat:
        return burst, Answer()
    return replace(burst, held=(*burst.held, stroke)), Answer(Fate.HOLD)


def _swallow(burst: Burst, stroke: Stroke) -> Burst:
    return replace(burst, down=burst.down | {stroke.code})


def _complete(
    burst: Burst, terminator: str, rules: Rules, grace: float | None = None
) -> tuple[Burst, Answer]:
    """End the scan: keys still down are remembered, releases of keys pressed before it go on."""
    pressed: set[int] = set()
    strays = []
    for stroke in burst.held:
        if stroke.pressed:
            pressed.add(stroke.code)
        elif stroke.code in pressed:
            pressed.discard(stroke.code)
        else:
            strays.append(stroke)
    strokes = tuple(stroke for stroke in burst.held if stroke not in strays)
    before = burst.composed
    if before is not None and strokes[0].at - before.at <= rules.gap:
        strokes = (before, *strokes)
    if grace is None:  # ended by silence, so its terminator may merely be late
        grace = _last(burst.held) + 2 * rules.silence
    after = Burst(down=burst.down | pressed, grace=grace)
    return after, Answer(scan=BurstScan(strokes, terminator), release=tuple(strays))


def _last(strokes: tuple[Stroke, ...]) -> float:
    """Return the moment of the last typing stroke of a sure burst."""
    return next(stroke.at for stroke in reversed(strokes) if stroke.paced)


def _fast(strokes: tuple[Stroke, ...], rules: Rules) -> bool:
    moments = [stroke.at for stroke in strokes if stroke.paced][-SURE:]
    return len(moments) == SURE and moments[-1] - moments[0] <= rules.gap


def _looks_scanned(strokes: tuple[Stroke, ...], rules: Rules) -> bool:
    """Return whether silence may end it as a scan: long enough, and fast throughout."""
    pauses = gaps(strokes)
    return _length(strokes, rules) >= rules.shortest and sum(pauses) <= len(pauses) * rules.gap / 2


def _length(strokes: tuple[Stroke, ...], rules: Rules) -> int:
    """Return how many characters real keys typed.

    Programs type too: UniKey writes a whole word again, or expands an abbreviation. Only a prefix
    tells their letters from those of a scanner that is a program on a telephone.
    """
    if rules.prefix:
        return characters(strokes)
    return characters(stroke for stroke in strokes if stroke.kind is not Kind.PACKET)
