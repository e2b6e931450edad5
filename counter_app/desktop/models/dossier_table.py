"""The table of dossiers: a long table of their lines."""

from __future__ import annotations

from counter_app.desktop.models.paged_table import PagedTable
from counter_app.domain.dossiers.dossier_line import DossierLine


class DossierTable(PagedTable[DossierLine]):
    """Lines of dossiers, shown through `cells_of`."""
