"""Files that are dragged over the page: which of them could be taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData


def files_in(data: QMimeData | None) -> tuple[Path, ...]:
    """Return the local files that are dragged; folders and addresses are none."""
    if data is None or not data.hasUrls():
        return ()
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return tuple(path for path in paths if not path.is_dir())
