"""One heap for all threads: whoever asks the C library hears of one arena."""

from __future__ import annotations

import subprocess
import sys

_COUNTED = """
import ctypes, threading
from counter_app.app.one_heap import share_one_heap
if {shared}:
    share_one_heap()
kept = []
def work():
    kept.append([bytearray(900) for _ in range(2000)])
for _ in range(4):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p
libc.malloc_info.argtypes = (ctypes.c_int, ctypes.c_void_p)
libc.malloc_info(0, libc.fopen(b"/dev/stdout", b"w"))
libc.fflush(None)
"""


def heaps(*, shared: bool) -> int:
    program = _COUNTED.format(shared=shared)
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return done.stdout.count("<heap nr=")


if sys.platform == "linux":  # glibc's own

    def test_threads_share_one_heap() -> None:
        assert heaps(shared=False) > 1
        assert heaps(shared=True) == 1
