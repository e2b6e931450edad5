"""Fetch the province's signed lists and stage them; they are activated elsewhere (SYNC §2).

Never half: a list is staged whole or not at all, and the manifest counts as read only when every
list of it is here.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

from counter_app.contract.feed import CatalogueLine
from counter_app.contract.signing import catalogue_text
from counter_app.domain.errors.wire import CatalogueForgedError, WireError
from counter_app.domain.journal.canonical import sha256
from counter_app.store.subjects.catalogues import Catalogue
from counter_app.sync.doors import Doors
from counter_app.sync.troubles import ends_round

ETAG_NAME = "catalogue_etag"


@dataclass(frozen=True, slots=True)
class CataloguesReport:
    """Which lists were staged (name, version), and the last error, if any."""

    staged: tuple[tuple[str, str], ...] = ()
    error: WireError | None = None


def fetch(doors: Doors) -> CataloguesReport:
    """Fetch the lists of the manifest that aren't here yet, and stage them.

    A forged list is left out and named in the report; the others are staged all the same.
    """
    with doors.store.reading() as tx:
        etag = tx.setup.get(ETAG_NAME)
        here = {(line.name, line.version) for line in tx.catalogues.listing()}
    try:
        fresh = doors.gateway.manifest(etag if isinstance(etag, str) else "")
    except WireError as error:
        return CataloguesReport(error=error)
    if fresh is None:
        return CataloguesReport()
    found: list[Catalogue] = []
    problem: WireError | None = None
    for line in fresh.manifest.catalogues:
        if (line.name, line.version) in here:
            continue
        try:
            found.append(_fetched(doors, line))
        except WireError as error:
            problem = error
            if ends_round(error):
                break
    with doors.store.writing() as tx:
        staged = tuple((each.name, each.version) for each in found if tx.catalogues.stage(each))
        if problem is None:
            tx.setup.put(ETAG_NAME, fresh.etag or None)
    return CataloguesReport(staged, problem)


def _fetched(doors: Doors, line: CatalogueLine) -> Catalogue:
    return checked(doors, line, doors.gateway.catalogue(line.name, line.version))


def checked(doors: Doors, line: CatalogueLine, body: bytes) -> Catalogue:
    """Return the list that the province signed. Raises CatalogueForgedError."""
    message = catalogue_text(line.name, line.version, line.sha256)
    is_whole = sha256(body) == line.sha256 and doors.is_signed(message, line.signature)
    try:
        signature = base64.b64decode(line.signature, validate=True)
    except binascii.Error:
        is_whole, signature = False, b""
    if not is_whole:
        raise CatalogueForgedError(host=doors.gateway.host, name=line.name, version=line.version)
    return Catalogue(line.name, line.version, body, signature, valid_from=line.valid_from)
