"""Where the frozen program begins: `counter-app`, or a process of its own that it starts.

Frozen, `sys.executable` is the program and no Python. What the program says to start a process
beside itself, `sys.executable -m counter_app.…`, is understood here, for its own modules alone.
"""  # noqa: INP001  (a script)

from __future__ import annotations

import os
import sys

_LIBRARIES = "LD_LIBRARY_PATH"


def _begin() -> None:
    _leave_the_environment_as_it_was()
    words = sys.argv[1:]
    if len(words) > 1 and words[0] == "-m" and words[1].partition(".")[0] == "counter_app":
        import runpy

        sys.argv = words[1:]
        runpy.run_module(words[1], run_name="__main__", alter_sys=True)
        return
    from counter_app.__main__ import main

    main()


def _leave_the_environment_as_it_was() -> None:
    """Take out what the start put in: `lp` and `scanimage` must not load our libraries.

    The loader read the folder when this process began and isn't asked again; a process of our own
    puts its own in, if it isn't told that this was done already.
    """
    before = os.environ.pop(f"{_LIBRARIES}_ORIG", None)
    if before is not None:
        os.environ[_LIBRARIES] = before
    else:
        os.environ.pop(_LIBRARIES, None)
    for name in [each for each in os.environ if each.startswith("_PYI_")]:
        del os.environ[name]


_begin()
