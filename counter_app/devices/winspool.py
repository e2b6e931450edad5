"""The Windows spooler (winspool.drv), as far as a counter asks it. Only on Windows.

Type-checked for Windows and written after Microsoft's winspool.h; not yet run on a Windows machine.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes

from counter_app.devices.spooler_windows import WindowsJob, WindowsPrinter
from counter_app.domain.errors.printing import PrinterGoneError, SpoolerError

_LOCAL_AND_CONNECTED = 0x2 | 0x4
_INVALID_PRINTER_NAME = 1801
_MOST_JOBS = 255
_JOB_CONTROL_DELETE = 5


class _JobInfo1(ctypes.Structure):
    """JOB_INFO_1W, without what nobody reads at its end."""

    _fields_ = (
        ("JobId", wintypes.DWORD),
        ("pPrinterName", wintypes.LPWSTR),
        ("pMachineName", wintypes.LPWSTR),
        ("pUserName", wintypes.LPWSTR),
        ("pDocument", wintypes.LPWSTR),
        ("pDatatype", wintypes.LPWSTR),
        ("pStatus", wintypes.LPWSTR),
        ("Status", wintypes.DWORD),
        ("Priority", wintypes.DWORD),
        ("Position", wintypes.DWORD),
        ("TotalPages", wintypes.DWORD),
        ("PagesPrinted", wintypes.DWORD),
        ("Submitted", ctypes.c_ushort * 8),
    )


class _PrinterInfo6(ctypes.Structure):
    """PRINTER_INFO_6."""

    _fields_ = (("dwStatus", wintypes.DWORD),)


class _PrinterInfo4(ctypes.Structure):
    """PRINTER_INFO_4W."""

    _fields_ = (
        ("pPrinterName", wintypes.LPWSTR),
        ("pServerName", wintypes.LPWSTR),
        ("Attributes", wintypes.DWORD),
    )


if sys.platform == "win32":
    _dll = ctypes.WinDLL("winspool.drv", use_last_error=True)

    class Winspool:
        """Asks the spooler of this machine."""

        def names(self) -> tuple[str, ...]:
            """Return the printers of this user: local ones and connections."""
            needed, count = wintypes.DWORD(), wintypes.DWORD()
            arguments = (_LOCAL_AND_CONNECTED, None, 4)
            _dll.EnumPrintersW(*arguments, None, 0, ctypes.byref(needed), ctypes.byref(count))
            room = ctypes.create_string_buffer(max(1, needed.value))
            if not _dll.EnumPrintersW(
                *arguments, room, needed.value, ctypes.byref(needed), ctypes.byref(count)
            ):
                raise _error("")
            rows = (_PrinterInfo4 * count.value).from_buffer(room)
            return tuple(sorted(row.pPrinterName for row in rows))

        def default(self) -> str:
            """Return the default printer; empty when there is none."""
            length = wintypes.DWORD(0)
            _dll.GetDefaultPrinterW(None, ctypes.byref(length))
            name = ctypes.create_unicode_buffer(max(1, length.value))
            found = _dll.GetDefaultPrinterW(name, ctypes.byref(length))
            return name.value if found else ""

        def printer(self, name: str) -> WindowsPrinter:
            """Return the printer's status bits."""
            with _Opened(name) as handle:
                info, needed = _PrinterInfo6(), wintypes.DWORD()
                size = ctypes.sizeof(info)
                if not _dll.GetPrinterW(handle, 6, ctypes.byref(info), size, ctypes.byref(needed)):
                    raise _error(name)
                return WindowsPrinter(info.dwStatus)

        def jobs(self, name: str) -> tuple[WindowsJob, ...]:
            """Return the jobs in the printer's queue."""
            with _Opened(name) as handle:
                needed, count = wintypes.DWORD(), wintypes.DWORD()
                arguments = (handle, 0, _MOST_JOBS, 1)
                _dll.EnumJobsW(*arguments, None, 0, ctypes.byref(needed), ctypes.byref(count))
                room = ctypes.create_string_buffer(max(1, needed.value))
                if not _dll.EnumJobsW(
                    *arguments, room, needed.value, ctypes.byref(needed), ctypes.byref(count)
                ):
                    raise _error(name)
                rows = (_JobInfo1 * count.value).from_buffer(room)
                return tuple(
                    WindowsJob(row.JobId, row.pDocument or "", row.Status, row.pStatus or "")
                    for row in rows
                )

        def delete(self, name: str, number: int) -> None:
            """Take a job back; one that is gone needs nothing."""
            with _Opened(name) as handle:
                _dll.SetJobW(handle, number, 0, None, _JOB_CONTROL_DELETE)

    class _Opened:
        """A printer's handle."""

        def __init__(self, name: str) -> None:
            self._name = name
            self._handle = wintypes.HANDLE()

        def __enter__(self) -> wintypes.HANDLE:
            if not _dll.OpenPrinterW(self._name, ctypes.byref(self._handle), None):
                raise _error(self._name)
            return self._handle

        def __exit__(self, *_: object) -> None:
            _dll.ClosePrinter(self._handle)

    def _error(name: str) -> PrinterGoneError | SpoolerError:
        code = ctypes.get_last_error()
        if code == _INVALID_PRINTER_NAME:
            return PrinterGoneError(printer=name, title="")
        return SpoolerError(printer=name, title="", reason=f"Windows {code}")
