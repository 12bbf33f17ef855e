"""The rule for the URL of a store."""

from urllib.parse import urlsplit

from flowdesk.model.codes import Code
from flowdesk.model.refusals import nearest, refusal

SCHEMES = ("sqlite", "postgresql", "mysql")
ALSO = {"postgres": "postgresql", "sqlite3": "sqlite", "mariadb": "mysql"}


def check_store_url(url: str) -> str:
    """The URL, if it names a database that flowdesk can keep runs in; else it is refused."""
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise refusal(Code.BAD_URL, f"this is no URL: {error}") from None
    if parts.scheme not in SCHEMES:
        near = ALSO.get(parts.scheme)
        hint = f"did you mean '{near}'?" if near else nearest(parts.scheme, list(SCHEMES))
        if not parts.scheme and url.endswith((".db", ".sqlite", ".sqlite3")):
            hint = f'write "sqlite:///{url}"'
        raise refusal(
            Code.BAD_URL,
            "a store's URL begins with sqlite:///, postgresql:// or mysql://",
            suggestion=hint,
        )
    if parts.scheme == "sqlite" and (parts.netloc or not parts.path.strip("/")):
        hint = "three slashes, then the path: sqlite:///.flowdesk/flowdesk.db"
        raise refusal(Code.BAD_URL, "a SQLite store's URL names a file", suggestion=hint)
    if parts.scheme != "sqlite" and not parts.netloc:
        raise refusal(Code.BAD_URL, f"a {parts.scheme} store's URL names a host")
    return url
