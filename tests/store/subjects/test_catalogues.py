from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest

from counter_app.store.subjects.catalogues import Catalogue, CatalogueLine, CatalogueState

ONE = Catalogue("procedures", "v1", b'{"n":1}', b"signed", valid_from=date(2025, 7, 1))
TWO = dataclasses.replace(ONE, version="v2", body=b'{"n":22}')


def test_staged_then_active_then_past(office: Any) -> None:
    with office.store.writing() as tx:
        assert tx.catalogues.stage(ONE)
        assert not tx.catalogues.stage(ONE)
        assert tx.catalogues.active("procedures") is None
        tx.catalogues.activate("procedures", "v1")
        tx.catalogues.stage(TWO)
        assert tx.catalogues.active("procedures").version == "v1"
        tx.catalogues.activate("procedures", "v2")
    with office.store.reading() as tx:
        assert tx.catalogues.active("procedures") == dataclasses.replace(
            TWO, state=CatalogueState.ACTIVE
        )
        assert tx.catalogues.get("procedures", "v1").body == ONE.body  # a dossier may refer to it
        assert tx.catalogues.get("procedures", "v3") is None
        assert tx.catalogues.listing() == (
            CatalogueLine("procedures", "v1", CatalogueState.PAST, date(2025, 7, 1), 7),
            CatalogueLine("procedures", "v2", CatalogueState.ACTIVE, date(2025, 7, 1), 8),
        )


def test_an_unknown_version_changes_nothing(office: Any) -> None:
    with office.store.writing() as tx:
        tx.catalogues.stage(ONE)
        tx.catalogues.activate("procedures", "v1")
    with pytest.raises(KeyError), office.store.writing() as tx:
        tx.catalogues.activate("procedures", "v9")
    with office.store.reading() as tx:
        assert tx.catalogues.active("procedures").version == "v1"
