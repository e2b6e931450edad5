"""Without a C compiler nothing can be recorded: then the power cuts aren't collected."""

from __future__ import annotations

from tests.power.record import compiler

collect_ignore = [] if compiler() else ["test_power_cut.py"]
