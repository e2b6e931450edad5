"""Update packages that can't be taken, and updates that can't be made now."""

from __future__ import annotations

from counter_app.domain.errors import CounterError


class UpdateError(CounterError):
    """Base of this subject; never raised itself."""

    code = "update"


class UpdateNotFoundError(UpdateError):
    """There is no package at `path`, or it can't be opened."""

    code = "update.not_found"


class NotAnUpdateError(UpdateError):
    """`file` isn't an update package."""

    code = "update.not_one"


class UpdateTornError(UpdateError):
    """`file` is shorter or longer than its manifest says, or a part isn't what its digest says."""

    code = "update.torn"


class UpdateForgedError(UpdateError):
    """The signature of `file` isn't that of the key which it names."""

    code = "update.forged"


class UpdateKeyUnknownError(UpdateError):
    """Nobody here trusts the key `key` of `file`, or not for this kind of package."""

    code = "update.key_unknown"


class UpdateKeyUnusableError(UpdateError):
    """`path` holds no key of ours, or the words that lock it are others."""

    code = "update.key_unusable"


class UpdateOtherProductError(UpdateError):
    """The package is for another program: `product`."""

    code = "update.other_product"


class UpdateContentError(UpdateError):
    """The part `part` doesn't go with the kind of the package, or can't be read as such."""

    code = "update.content"


class UpdateWrongPlatformError(UpdateError):
    """Made for `platform`, and this machine is `here`."""

    code = "update.platform"


class UpdateBaseTooOldError(UpdateError):
    """`version` can only follow on `base` or newer; here is `here`."""

    code = "update.base"


class UpdateContractError(UpdateError):
    """`version` speaks with other versions of the server than this counter's."""

    code = "update.contract"


class UpdateDowngradeError(UpdateError):
    """`version` is older than what is in use: `here`."""

    code = "update.downgrade"


class UpdateHereAlreadyError(UpdateError):
    """`version` is in use already."""

    code = "update.here"


class UpdateRefusedBeforeError(UpdateError):
    """This very package failed here before: `version`."""

    code = "update.refused_before"


class UpdateDiskFullError(UpdateError):
    """It needs `needed` MB and the disk has `free`."""

    code = "update.disk_full"


class UpdateNotWrittenError(UpdateError):
    """The disk refused at `path`: `reason`."""

    code = "update.not_written"


class UpdateOfficerInError(UpdateError):
    """Somebody is signed in: updates come between shifts."""

    code = "update.officer_in"


class UpdateDraftOpenError(UpdateError):
    """`count` forms are open."""

    code = "update.draft_open"


class UpdateNothingReadyError(UpdateError):
    """No package waits."""

    code = "update.nothing"


class UpdateNotMadeError(UpdateError):
    """`version` couldn't be put in place: `reason`. What was before stands again."""

    code = "update.not_made"


class UpdateNoWayBackError(UpdateError):
    """There is nothing to go back to, or `count` acts were written since."""

    code = "update.no_way_back"
