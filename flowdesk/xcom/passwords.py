"""Passwords in the URLs of databases: found, and masked wherever such a URL is told or handed on.

`re` is imported when there is a URL: workers that have none start sooner without it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import MutableMapping

STORE = "FLOWDESK_STORE"
"""The variable of the environment with the URL of the store, which may hold a password."""

_LOGIN = r"(?<=:/)(/?[^/?#]*?):([^/?#]*)@"
_OPTION = r"(?i)(?<=[?&])([^=&#]*password[^=&#]*)=[^&#]*"


def masked(text: str) -> str:
    """The text with the passwords of URLs in it replaced."""
    import re

    return re.sub(_OPTION, r"\1=***", re.sub(_LOGIN, r"\1:***@", text))


def secrets_of(url: str) -> list[str]:
    """What of a URL must not be shown: "user:password@", and options that are passwords.

    Not the password by itself: one that is "postgres" would mask the word wherever it stands.
    """
    import re

    found = [match[0].lstrip("/") for match in re.finditer(_LOGIN, url)]
    return found + [match[0] for match in re.finditer(_OPTION, url)]


def hide(environment: MutableMapping[str, str]) -> None:
    """Leave in an environment for what is not ours a URL that says which store is meant, and lets nobody in.

    Taking it out would have a `flowdesk` that a task starts use another store, and not say so.
    """
    if url := environment.get(STORE):
        environment[STORE] = masked(url)
