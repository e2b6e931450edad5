"""What updates need of an open home: keys, this machine, and who puts what in its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from counter_app import __version__
from counter_app.config import resource
from counter_app.contract.signing import PROTOCOL_VERSION
from counter_app.domain.errors.home import PartMissingError
from counter_app.domain.updates.manifest import KeyNote
from counter_app.services.counter.enrolment import read_enrolment
from counter_app.services.updates.shelf import Shelf
from counter_app.store.store import Store
from counter_app.vault.update_keys import pinned_keys

if TYPE_CHECKING:  # loaded when somebody asks: an opening waits for as little as can be
    from counter_app.services.updates.applying import Updates
    from counter_app.services.updates.programs import FolderProgram, SystemProgram


def updates_of(
    store: Store, now: Callable[[], datetime], passes: Callable[[object], bool]
) -> Updates:
    """Return the updates of the home whose store is open."""
    from counter_app.domain.updates.fitting import Here
    from counter_app.services.updates.applying import Updates
    from counter_app.services.updates.lists import Lists
    from counter_app.services.updates.programs import this_platform
    from counter_app.services.updates.trust import trust_of

    shelf = Shelf.beside(store.path)
    lists = Lists(store, passes)
    program = program_applier(("--home", str(store.path.parent)), plain=not store.is_encrypted)
    return Updates(
        shelf=shelf,
        store=store,
        trust=lambda: trust_of(publisher_keys(), _province_key(store), shelf.keys),
        here=lambda: Here(__version__, this_platform(), PROTOCOL_VERSION, lists.made_at()),
        applier=lambda is_program: program if is_program else lists,
        now=now,
    )


def end_begun(store: Store, updates: Callable[[], Updates]) -> None:
    """End or undo what a power cut or a restart left of an update; mostly there is nothing."""
    if Shelf.beside(store.path).is_begun():
        from counter_app.services.updates.applying import settle

        settle(updates())


def program_applier(options: tuple[str, ...], *, plain: bool) -> FolderProgram | SystemProgram:
    """Return who replaces the program here; `options` lead the new one to this home's key."""
    from counter_app.services.updates.programs import (
        FolderProgram,
        SystemProgram,
        program_root,
        try_copy,
    )

    root = program_root()
    if root is None:
        return SystemProgram(__version__)
    options = (*options, "--plain-store") if plain else options
    return FolderProgram(root, __version__, partial(try_copy, options))


def needs_administrator() -> bool:
    """Tell whether only an administrator may replace this program."""
    from counter_app.services.updates.programs import program_root

    return program_root() is None


def _province_key(store: Store) -> str:
    enrolment = read_enrolment(store)
    return enrolment.catalogue_key if enrolment else ""


def publisher_keys() -> tuple[KeyNote, ...]:
    """Return the keys that ship with this program."""
    try:
        return pinned_keys(resource("keys"))
    except PartMissingError:
        return ()
