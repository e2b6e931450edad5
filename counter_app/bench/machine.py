"""The machine that is measured on, and how an officer's old one is imitated.

Three things make an old PC slow: one core, little memory, a disk of some 80 operations a second.
A program may give up cores and memory of its own accord; a slower disk it can't ask for.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

OLD_MEMORY = 2 * 1024**3
"""Bytes: what the officer's old PC has."""


@dataclass(frozen=True, slots=True)
class MachineFacts:
    """Where it was measured. `limits`: what was taken away to imitate an old PC, in words."""

    system: str
    python: str
    cores: int
    limits: tuple[str, ...] = ()


def facts(limits: tuple[str, ...] = ()) -> MachineFacts:
    """Return what this machine is now."""
    return MachineFacts(
        f"{platform.system()} {platform.release()}",
        platform.python_version(),
        usable_cores(),
        limits,
    )


def usable_cores() -> int:
    """Return how many cores this process may use."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count()
    return cores or 1


@contextmanager
def old_pc() -> Iterator[tuple[str, ...]]:
    """Make this process, and those that it starts, as poor as the machine allows; say how.

    What was taken is given back at the end.
    """
    if sys.platform == "linux":
        import resource

        cores = os.sched_getaffinity(0)
        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        room = OLD_MEMORY if hard == resource.RLIM_INFINITY else min(OLD_MEMORY, hard)
        os.sched_setaffinity(0, {min(cores)})
        resource.setrlimit(resource.RLIMIT_AS, (room, hard))
        cpu = f"chỉ lõi {min(cores)} (sched_setaffinity; máy chủ mẫu cũng chạy ở đó)"
        memory = f"bộ nhớ địa chỉ {room // 1024**2} MB (RLIMIT_AS)"
        disk = "đĩa vẫn là của máy này: làm chậm đĩa cần cgroup của root"
        try:
            yield (f"Máy cũ: {cpu}, {memory}; {disk}.",)
        finally:
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
            os.sched_setaffinity(0, cores)
    else:
        yield ("Máy cũ: hệ điều hành này không cho chương trình tự bớt lõi và bộ nhớ.",)


def resident_megabytes() -> float:
    """Return the memory that this process holds now, in MB of 10⁶ bytes; 0 where none tells."""
    if sys.platform != "linux":
        return 0.0
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 (no file of ours)
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024 / 1e6
    return 0.0
