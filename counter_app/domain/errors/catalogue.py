"""Lists that can't be read at all (a bad row is named in the report), sets not taken over."""

from __future__ import annotations

from counter_app.domain.errors import CounterError


class CatalogueError(CounterError):
    """Base of this subject; never raised itself. Every leaf gives the fact `file` (its name)."""

    code = "catalogue"


class FileUnreadableError(CatalogueError):
    """The file isn't there, or the system doesn't let us open it."""

    code = "catalogue.unreadable"


class FileTooLargeError(CatalogueError):
    """More than `limit` megabytes on disk (`size`); it was not opened."""

    code = "catalogue.too_large"


class FilePackedError(CatalogueError):
    """It would unpack to more than `limit` megabytes, or holds what no spreadsheet holds."""

    code = "catalogue.packed"


class TooManyRowsError(CatalogueError):
    """More than `limit` rows."""

    code = "catalogue.too_many_rows"


class WorkbookBrokenError(CatalogueError):
    """The xlsx is cut, damaged, or something else under that name."""

    code = "catalogue.broken"


class OldWorkbookError(CatalogueError):
    """An .xls of old, or a workbook with a password: the two look alike from outside."""

    code = "catalogue.old_workbook"


class UnknownKindError(CatalogueError):
    """Neither a workbook nor JSON."""

    code = "catalogue.unknown_kind"


class NotJsonError(CatalogueError):
    """The JSON can't be read from line `line` on."""

    code = "catalogue.not_json"


class WrongEncodingError(CatalogueError):
    """The JSON isn't UTF-8."""

    code = "catalogue.encoding"


class WrongColumnsError(CatalogueError):
    """No sheet has the columns that are needed: `missing`, with what was `seen` instead."""

    code = "catalogue.wrong_columns"


class EmptyListError(CatalogueError):
    """No row in it."""

    code = "catalogue.empty"


class FormsError(CounterError):
    """The form set in use stays as it is."""

    code = "forms"


class FormSetRefusedError(FormsError):
    """A changed set doesn't pass its check. Facts: `count` (places that are wrong)."""

    code = "forms.refused"


class FormSetNotKeptError(FormsError):
    """The disk refuses. Facts: `id` of the set, `reason` (the system's words)."""

    code = "forms.not_kept"
