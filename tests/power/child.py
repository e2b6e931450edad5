"""The process that is recorded: `python -m tests.power.child ROOT SCENE WORDS...`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.power.scenes.every import scene
from tests.power.scenes.scene import Telling


def main() -> None:
    """Play one scene."""
    root, name, *words = sys.argv[1:]
    scene(name).play(Path(root), Telling(Path(root)), *words)


if __name__ == "__main__":
    main()
