"""The support bundle (gói hỗ trợ). Words: `wording/support.py`."""

from __future__ import annotations

from counter_app.domain.errors import CounterError


class SupportError(CounterError):
    """Base of this subject; never raised itself."""

    code = "support"


class SupportKeyMissingError(SupportError):
    """The province has sent no support key, so nobody could open a bundle. Facts: none."""

    code = "support.no_key"


class SupportKeyFileError(SupportError):
    """The file that should hold a support key doesn't. Facts: `path`."""

    code = "support.key_file"


class BundleDamagedError(SupportError):
    """Not a support bundle, or changed. Facts: `path`."""

    code = "support.damaged"


class BundleNewerError(SupportError):
    """A newer program made the bundle. Facts: `version`."""

    code = "support.newer"


class BundleOtherKeyError(SupportError):
    """The key given doesn't open it. Facts: `recipient` (print of the key it needs)."""

    code = "support.other_key"
