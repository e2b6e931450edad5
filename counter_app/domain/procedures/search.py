"""Find a procedure as an officer types: a few letters must be enough among some 2,600.

Words in any order and without accents, each as far as it was typed; initials ("dkks" for Đăng ký
khai sinh); the tail of the code ("1193"); and, when nothing fits, words with a slip or two. What
this officer uses most comes first, then what this counter uses, then the rest.
"""

from __future__ import annotations

import copy
import functools
import heapq
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from counter_app.domain.procedures.procedure import Procedure
from counter_app.domain.procedures.typing_slips import letters_of, near
from counter_app.domain.text import fold, words

_WORD = re.compile(r"[0-9a-z]+")
_CODE = re.compile(r"\d[.,]\d[0-9a-z.,]*", re.IGNORECASE)
_MOST_WORDS = 12
_SHORTEST_TAIL = 2  # digits of a code's tail
_SLIPS = (1, 2)
_REMEMBERED = 512  # typed words whose procedures are kept: each key types most of them again
_AFTER_Z = "{"


@dataclass(frozen=True, slots=True)
class Uses:
    """How often procedures were received lately, by code: by this officer, at this counter."""

    by_officer: Mapping[str, int] = field(default_factory=dict)
    by_counter: Mapping[str, int] = field(default_factory=dict)

    def of(self, code: str) -> int:
        """Return how often `code` was used here."""
        return max(self.by_officer.get(code, 0), self.by_counter.get(code, 0))


@dataclass(frozen=True, slots=True)
class Match:
    """A procedure that fits. `spans` are the ranges of its name that were typed (start, end)."""

    procedure: Procedure
    spans: tuple[tuple[int, int], ...]
    uses: int


@dataclass(frozen=True, slots=True)
class Found:
    """The best matches, and how many there are in `total`."""

    matches: tuple[Match, ...]
    total: int


@dataclass(frozen=True, slots=True)
class NameWord:
    """A folded word of a name, and where it stands in the name."""

    text: str
    start: int
    end: int


class ProcedureIndex:
    """Procedures ready to be searched; made once for a list, which takes some 0.1 s for 2,600.

    Sets of procedures are whole numbers with a bit for each: quick to join and to intersect.
    """

    def __init__(self, procedures: Iterable[Procedure], uses: Uses | None = None) -> None:
        self._procedures = tuple(procedures)
        self.uses = uses or Uses()
        self._names = [name_words(each.name) for each in self._procedures]
        self._phrases = [" ".join(("", *(word.text for word in name))) for name in self._names]
        self._initials = ["".join(word.text[0] for word in name) for name in self._names]
        self._numbers = [each.national_code.replace(".", "") for each in self._procedures]
        bits: dict[str, int] = {}
        for place, name in enumerate(self._names):
            for word in name:
                bits[word.text] = bits.get(word.text, 0) | 1 << place
        self._bits = bits
        self._vocabulary = sorted(bits)
        self._letters = [(word, letters_of(word)) for word in self._vocabulary]
        self._with_word = functools.lru_cache(_REMEMBERED)(self._find_word)
        self._near = functools.lru_cache(_REMEMBERED)(self._find_near)

    def __len__(self) -> int:
        return len(self._procedures)

    def with_uses(self, uses: Uses) -> ProcedureIndex:
        """Return the same index with other `uses`: nothing is folded anew."""
        other = copy.copy(self)
        other.uses = uses
        return other

    def find(self, typed: str, limit: int = 30) -> Found:
        """Return what fits `typed`, best first. Nothing typed: all, what is used most first."""
        wanted = words(typed)[:_MOST_WORDS]
        if not wanted:
            return self._found(range(len(self._procedures)), (), (), limit)
        if _CODE.fullmatch(typed.strip()) and (places := self._with_code(typed)):
            return self._found(places, (), (), limit)
        if places := _places([self._with_word(word) for word in wanted]):
            return self._found(places, wanted, (), limit)
        for slips in _SLIPS:
            meant = [self._near(word, slips) for word in wanted]
            fitting = (
                self._with_word(word) | self._having(others)
                for word, others in zip(wanted, meant, strict=True)
            )
            if places := _places(fitting):
                return self._found(places, wanted, meant, limit)
        return Found((), 0)

    def _find_word(self, word: str) -> int:
        """Return the procedures with a word that begins so, initials in a row, or a code's tail."""
        begin = bisect_left(self._vocabulary, word)
        end = bisect_left(self._vocabulary, word + _AFTER_Z)
        found = self._having(self._vocabulary[begin:end])
        if word.isdigit():
            if len(word) >= _SHORTEST_TAIL:
                found |= _bits_of(
                    place
                    for place, number in enumerate(self._numbers)
                    if number.endswith(word) or number.startswith(word)
                )
        elif len(word) > 1:
            found |= _bits_of(
                place for place, initials in enumerate(self._initials) if word in initials
            )
        return found

    def _find_near(self, word: str, slips: int) -> frozenset[str]:
        return near(word, self._letters, slips)

    def _having(self, vocabulary: Iterable[str]) -> int:
        found = 0
        for word in vocabulary:
            found |= self._bits[word]
        return found

    def _with_code(self, typed: str) -> list[int]:
        wanted = typed.strip().replace(",", ".").upper()
        return [
            place
            for place, procedure in enumerate(self._procedures)
            if procedure.code.startswith(wanted) or procedure.code == wanted[:8]
        ]

    def _found(
        self,
        places: Sequence[int],
        wanted: tuple[str, ...],
        meant: Sequence[frozenset[str]],
        limit: int,
    ) -> Found:
        phrase = " " + " ".join(wanted) if wanted else ""
        by_officer, by_counter = self.uses.by_officer, self.uses.by_counter

        def rank(place: int) -> tuple[int, int, int, int, int]:
            code = self._procedures[place].code
            at = self._phrases[place].find(phrase)
            return (
                -by_officer.get(code, 0),
                -by_counter.get(code, 0),
                min(at, 1) if at >= 0 else 2,
                len(self._names[place]),
                place,
            )

        best = heapq.nsmallest(limit, places, key=rank)
        return Found(tuple(self._match(place, wanted, meant) for place in best), len(places))

    def _match(self, place: int, wanted: tuple[str, ...], meant: Sequence[frozenset[str]]) -> Match:
        procedure = self._procedures[place]
        taken = _typed_words(self._names[place], self._initials[place], wanted, meant)
        spans = _joined(procedure.name, [self._names[place][at] for at in sorted(taken)])
        return Match(procedure, spans, self.uses.of(procedure.code))


def name_words(name: str) -> tuple[NameWord, ...]:
    """Return the folded words of `name` with their places in it."""
    bare = "".join(map(_bare, name))
    return tuple(NameWord(found.group(), *found.span()) for found in _WORD.finditer(bare))


@functools.cache
def _bare(letter: str) -> str:
    """Return one character for one, so that places stay what they are."""
    folded = fold(letter)
    return folded if len(folded) == 1 else " "


def _typed_words(
    name: tuple[NameWord, ...],
    initials: str,
    wanted: tuple[str, ...],
    meant: Sequence[frozenset[str]],
) -> set[int]:
    """Return the places of the words of `name` that were typed: in a row if they stand so."""
    count = len(wanted)
    for first in range(len(name) - count + 1):
        row = name[first : first + count]
        if all(word.text.startswith(each) for word, each in zip(row, wanted, strict=True)):
            return set(range(first, first + count))
    taken: set[int] = set()
    for place, each in enumerate(wanted):
        others = meant[place] if meant else frozenset()
        fitting = [
            at
            for at, word in enumerate(name)
            if at not in taken and (word.text.startswith(each) or word.text in others)
        ]
        if fitting:
            taken.add(fitting[0])
        elif len(each) > 1 and (at := initials.find(each)) >= 0:
            taken.update(range(at, at + len(each)))
    return taken


def _joined(name: str, taken: Sequence[NameWord]) -> tuple[tuple[int, int], ...]:
    """Return the spans of `taken`, joined where only space lies between."""
    spans: list[tuple[int, int]] = []
    for word in taken:
        if spans and name[spans[-1][1] : word.start].isspace():
            spans[-1] = (spans[-1][0], word.end)
        else:
            spans.append((word.start, word.end))
    return tuple(spans)


def _places(sets: Iterable[int]) -> list[int]:
    """Return the places that are in all of the sets."""
    common = -1
    for each in sets:
        common &= each
    return [place for place, bit in enumerate(reversed(f"{common:b}")) if bit == "1"]


def _bits_of(places: Iterable[int]) -> int:
    found = 0
    for place in places:
        found |= 1 << place
    return found
