"""Drives that a copy may go to: what can be taken along, never the disk that the store is on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStorageInfo

from counter_app.desktop.presenters.data_state.page_state import CopyPlace

_NEVER = frozenset({"tmpfs", "devtmpfs", "overlay", "squashfs", "ramfs", "iso9660", "udf"})
_MOUNTED_BY_PERSONS = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
_LEAST = 16 * 1024 * 1024  # bytes: what is smaller is a boot partition


def drives(store: Path) -> tuple[CopyPlace, ...]:
    """Return the writable drives beside that of the file `store`, by name.

    On Windows every other letter; elsewhere what was mounted where removable media are. Reads the
    system's list of mounts, which can wait for a network drive: not for the window's thread.
    """
    own = QStorageInfo(str(store)).rootPath()
    found = [
        CopyPlace(Path(drive.rootPath()), drive.displayName(), drive.bytesAvailable())
        for drive in QStorageInfo.mountedVolumes()
        if _fits(drive) and drive.rootPath() != own
    ]
    return tuple(sorted(found, key=lambda place: place.name))


def _fits(drive: QStorageInfo) -> bool:
    root = drive.rootPath()
    kind = bytes(drive.fileSystemType().data()).decode(errors="replace")
    is_outside = root[1:2] == ":" or f"{root}/".startswith(_MOUNTED_BY_PERSONS)
    return (
        drive.isValid()
        and drive.isReady()
        and not drive.isReadOnly()
        and kind not in _NEVER
        and drive.bytesTotal() >= _LEAST
        and is_outside
    )
