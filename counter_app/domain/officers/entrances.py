"""Commands of the command line, and the act that whoever logs in for one must be allowed.

A command that isn't named here is given to nobody (a test walks them all). `None`: nobody logs in.
What opens the home is the machine's own account, as for any service of it: such a command shows no
names, and what it changes is signed, sealed, or recorded with that account.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from counter_app.domain.officers.roles import Act

COMMANDS: Mapping[str, Act | None] = MappingProxyType(
    {
        "window": None,  # logs in inside
        "book": Act.SEE_DOSSIERS,
        "report": Act.SEE_REPORTS,
        "posting": Act.PRINT,
        "purge": Act.PURGE,
        "deletions": Act.DECIDE_DELETIONS,
        "replace": Act.REPLACE,
        "wipe": Act.WIPE,
        "enrol": None,  # the province's one-time code
        "recover": None,  # the province's recovery key
        "restore": None,  # a sealed copy, and the key of this machine
        "journal": None,
        "queue": None,
        "backup": None,
        "verify": None,
        "rebuild": None,
        "import-catalogue": None,  # staged, and shown with its source
        "import-approved": None,
        "forms": None,  # recorded with the account at the command line
        "update": None,  # signed by a key that this machine trusts
        "package": None,  # for who signs packages; needs that key, and no home
        "support": None,  # no names, and sealed to the province's support key
        "train": None,  # a home of its own
        "doctor": None,
        "demo": None,  # a home of its own
        "sandbox": None,
        "bench": None,
    }
)
