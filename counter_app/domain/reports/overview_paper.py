"""What the page of pictures says on paper."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.reports.paper import ReportPaper
from counter_app.domain.reports.pictures import Picture


@dataclass(frozen=True, slots=True)
class OverviewPaper:
    """The four pictures with all that stands around them: `paper` bears the same as a sheet."""

    paper: ReportPaper
    pictures: tuple[Picture, ...]
