"""The reference server. Words: `wording/sandbox.py`."""

from __future__ import annotations

from counter_app.domain.errors import CounterError


class SandboxError(CounterError):
    """Base of this subject; never raised itself."""

    code = "sandbox"


class PortTakenError(SandboxError):
    """Another program listens there, or the address isn't this machine's. Facts: `host`, `port`."""

    code = "sandbox.port_taken"


class ProvinceUnusableError(SandboxError):
    """The server's database can't be opened: damaged, locked, not one of ours. Facts: `reason`."""

    code = "sandbox.province_unusable"


class ClerkRefusedError(SandboxError):
    """The server said no to a clerk. Facts: `reason` (the problem's type), `status`."""

    code = "sandbox.clerk_refused"


class NoAnswerError(SandboxError):
    """No answer from the server that should practise with us. Facts: `url`."""

    code = "sandbox.no_answer"
