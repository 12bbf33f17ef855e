"""The rules for where a store is: the URL of its database, and the place of its large values."""

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


def check_values_place(place: str) -> str:
    """A folder, or a URL that is not lost with a process and has no password in it: rows name the place."""
    try:
        parts = urlsplit(place)
    except ValueError as error:
        raise refusal(Code.BAD_URL, f"this is no URL: {error}") from None
    if parts.scheme == "memory":
        sentence = "what is kept in memory is gone with the task that pushed it"
        raise refusal(Code.BAD_URL, sentence, suggestion="write a folder, or a URL like s3://bucket/values")
    if parts.scheme and parts.password:
        raise refusal(
            Code.BAD_URL,
            "the place of values has a password in it, which every run would keep",
            suggestion="let its library find it elsewhere: in its own settings or environment",
        )
    return place
