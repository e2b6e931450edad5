"""Windows' protection of data (DPAPI) in the scope of the machine, not of one Windows account.

One home per PC, and whoever signs in to Windows there opens the window: Credential Manager, which
is each account's own, would lock the second one out. What is shielded opens on this Windows alone:
its key lies where only SYSTEM reads (CryptProtectData, CRYPTPROTECT_LOCAL_MACHINE). Who may read
the file is decided by the rights of the home.
"""

from __future__ import annotations

import sys
from typing import Protocol


class Shield(Protocol):
    """Binds bytes to one machine. `purpose` must be the same when they are opened again."""

    def shut(self, data: bytes, purpose: bytes) -> bytes:
        """Return `data` so that only this machine opens it. Raises `OSError`."""

    def open(self, data: bytes, purpose: bytes) -> bytes:
        """Return what was shut. Raises `OSError` elsewhere, and for other bytes or purposes."""


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _UI_FORBIDDEN = 0x1
    _LOCAL_MACHINE = 0x4

    class _Blob(ctypes.Structure):
        _fields_ = (("size", wintypes.DWORD), ("data", ctypes.POINTER(ctypes.c_char)))

        @classmethod
        def of(cls, data: bytes) -> _Blob:
            return cls(len(data), ctypes.create_string_buffer(data, len(data)))

    class _MachineScope:
        """The shield of Windows."""

        def __init__(self) -> None:
            crypt = ctypes.WinDLL("crypt32", use_last_error=True)
            blob = ctypes.POINTER(_Blob)
            self._shut, self._open = crypt.CryptProtectData, crypt.CryptUnprotectData
            for call in (self._shut, self._open):
                call.argtypes = (
                    blob, ctypes.c_void_p, blob, ctypes.c_void_p, ctypes.c_void_p,
                    wintypes.DWORD, blob,
                )  # fmt: skip
                call.restype = wintypes.BOOL
            self._free = ctypes.WinDLL("kernel32").LocalFree
            self._free.argtypes, self._free.restype = (ctypes.c_void_p,), ctypes.c_void_p

        def shut(self, data: bytes, purpose: bytes) -> bytes:
            return self._ask(self._shut, data, purpose)

        def open(self, data: bytes, purpose: bytes) -> bytes:
            return self._ask(self._open, data, purpose)

        def _ask(self, call: ctypes._NamedFuncPointer, data: bytes, purpose: bytes) -> bytes:
            given, beside, made = _Blob.of(data), _Blob.of(purpose), _Blob()
            flags = _UI_FORBIDDEN | _LOCAL_MACHINE
            if not call(given, None, beside, None, None, flags, made):
                raise ctypes.WinError(ctypes.get_last_error())
            try:
                return ctypes.string_at(made.data, made.size)
            finally:
                self._free(ctypes.cast(made.data, ctypes.c_void_p))

    def machine_scope() -> Shield | None:
        """Return the shield of this system."""
        return _MachineScope()
else:

    def machine_scope() -> Shield | None:
        """Return the shield of this system; None where it has none (Linux)."""
        return None
