"""Which scanner, from where, in which colours: found when the page is first shown, then kept."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.jobs import Jobs
from counter_app.desktop.presenters.scanning_papers.page_state import Choice
from counter_app.domain.errors import CounterError
from counter_app.i18n import tr
from counter_app.services.dossiers.scanning import (
    Abilities,
    DocumentScanner,
    Feed,
    Ink,
    Scanner,
    ScanOrder,
)

_FEEDS = {Feed.GLASS: "Mặt kính", Feed.FEEDER: "Khay nạp", Feed.BOTH_SIDES: "Khay nạp, hai mặt"}
_INKS = {Ink.COLOUR: "Màu", Ink.GREY: "Xám", Ink.LINEART: "Đen trắng"}

Found = tuple[tuple[Scanner, ...], Abilities | None]


class ScannerChoice:
    """The scanners of this machine and what was chosen. `changed` is called after each news."""

    def __init__(
        self,
        jobs: Jobs,
        scanner: DocumentScanner,
        changed: Callable[[CounterError | None], None],
    ) -> None:
        self._jobs, self._scanner, self._changed = jobs, scanner, changed
        self._scanners: tuple[Scanner, ...] = ()
        self._abilities: Abilities | None = None
        self._name = ""
        self._feed, self._ink = Feed.GLASS, Ink.COLOUR
        self._asked = 0
        self.is_looking = False
        self.was_asked = False

    @property
    def is_ready(self) -> bool:
        """True when there is a scanner to scan with."""
        return bool(self._name) and not self.is_looking

    @property
    def label(self) -> str:
        """The chosen scanner as a person knows it."""
        return next((each.label for each in self._scanners if each.name == self._name), "")

    def order(self, most: int) -> ScanOrder:
        """Return what is wanted of the scanner, `most` pages at most."""
        return ScanOrder(self._name, ink=self._ink, feed=self._feed, most=most)

    def find(self) -> None:
        """Look for scanners; that can take seconds."""
        self.was_asked = True
        self._scanners = ()
        self._ask(self._name)

    def choose(self, name: str) -> None:
        """Choose a scanner by its name."""
        if name != self._name:
            self._name = name
            self._ask(name)

    def choose_feed(self, name: str) -> None:
        """Choose where the paper lies."""
        self._feed = Feed(name)
        self._changed(None)

    def choose_ink(self, name: str) -> None:
        """Choose what of the paper is taken."""
        self._ink = Ink(name)
        self._changed(None)

    def scanners(self) -> tuple[Choice, ...]:
        """Return the scanners to choose from."""
        return tuple(
            Choice(each.name, each.label or each.name, each.name == self._name)
            for each in self._scanners
        )

    def feeds(self) -> tuple[Choice, ...]:
        """Return where the paper can lie."""
        known = self._abilities.feeds if self._abilities else ()
        return tuple(Choice(each.value, tr(_FEEDS[each]), each is self._feed) for each in known)

    def inks(self) -> tuple[Choice, ...]:
        """Return what can be taken of the paper."""
        known = self._abilities.inks if self._abilities else ()
        return tuple(Choice(each.value, tr(_INKS[each]), each is self._ink) for each in known)

    def _ask(self, wanted: str) -> None:
        self._asked += 1
        number = self._asked
        self.is_looking = True
        scanner, known = self._scanner, self._scanners

        def work() -> Found:
            found = known or scanner.scanners()
            names = [each.name for each in found]
            name = wanted if wanted in names else next(iter(names), "")
            return found, scanner.abilities(name) if name else None

        def done(found: Found) -> None:
            if number == self._asked:
                self._take(found, wanted)

        def failed(error: CounterError) -> None:
            if number == self._asked:
                self.is_looking, self._scanners, self._name = False, (), ""
                self._abilities = None
                self._changed(error)

        self._jobs.run(work, done, failed)
        self._changed(None)

    def _take(self, found: Found, wanted: str) -> None:
        self.is_looking = False
        self._scanners, self._abilities = found
        names = [each.name for each in self._scanners]
        self._name = wanted if wanted in names else next(iter(names), "")
        if self._abilities is not None:
            if self._feed not in self._abilities.feeds:
                self._feed = self._abilities.feeds[0]
            if self._ink not in self._abilities.inks:
                self._ink = self._abilities.inks[0]
        self._changed(None)
