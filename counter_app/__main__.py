"""`counter-app`, or `python -m counter_app`: hands over to the command line."""

from __future__ import annotations

import sys

from counter_app.cli import main as command_line
from counter_app.cli.terminal import terminal


def main() -> None:
    """Run the command line and leave with its exit code."""
    with terminal():
        code = command_line(sys.argv[1:])
    sys.exit(code)


if __name__ == "__main__":
    main()
