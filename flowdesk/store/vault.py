"""Secret values, encrypted where they are kept.

By Fernet (AES-128-CBC with HMAC-SHA256, https://github.com/fernet/spec), which also tells if anybody changed
them. The key is `$FLOWDESK_SECRET_KEY`, or the file `secret.key` of the home, made when the first secret is
kept and readable for its user only. Who has the home and the key has the secrets: what this keeps them
from is a copy of the database, a backup, a bug report.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from flowdesk.store.errors import SecretKeyWrong, SecretUnreadable

if TYPE_CHECKING:
    from pathlib import Path

    from cryptography.fernet import Fernet

VARIABLE = "FLOWDESK_SECRET_KEY"
FILE_NAME = "secret.key"


class Vault:
    """Seals and unseals texts with the key of a home. The key is looked for when it is first needed."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._path = home / FILE_NAME
        self._fernet: Fernet | None = None

    def seal(self, text: str) -> str:
        """The text encrypted, in ASCII.

        Raises:
            SecretKeyWrong: the key is none, or there is none yet and it cannot be made.
        """
        if self._fernet is None:
            self._fernet = _fernet(*(self._key() or self._new_key()))
        return self._fernet.encrypt(text.encode("utf-8")).decode("ascii")

    def unseal(self, token: str) -> str:
        """The text that was sealed.

        Raises:
            SecretKeyWrong: the key is none.
            SecretUnreadable: there is no key, or it is another than it was sealed with.
        """
        if self._fernet is None:
            found = self._key()
            if found is None:
                raise SecretUnreadable(
                    f"a secret value cannot be read, as its key {self._path} is gone; "
                    f"put it back, or set {VARIABLE}"
                )
            self._fernet = _fernet(*found)
        from cryptography.fernet import InvalidToken

        try:
            return self._fernet.decrypt(token.encode("ascii")).decode("utf-8")
        except InvalidToken as error:
            raise SecretUnreadable(
                f"a secret value cannot be read: it was kept with another key than that in {self._where()}; "
                "put that key back"
            ) from error

    def _where(self) -> str:
        return f"${VARIABLE}" if os.environ.get(VARIABLE) else str(self._path)

    def _key(self) -> tuple[str, str] | None:
        """The key, and where it is from; None where it is still to be made."""
        if written := os.environ.get(VARIABLE):
            return written, f"${VARIABLE}"
        try:
            return self._path.read_text("ascii", "replace").strip(), str(self._path)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise SecretKeyWrong(
                f"the key of secret values {self._path} cannot be read ({error.strerror})"
            ) from error

    def _new_key(self) -> tuple[str, str]:
        from cryptography.fernet import Fernet

        from flowdesk.xcom.files import sync_folder

        beside = self._path.with_name(f"{FILE_NAME}.{os.getpid()}")
        try:
            _write_durably(beside, Fernet.generate_key())
            # Linked into place, not renamed: two processes that come at once both use the first one's key.
            with suppress(FileExistsError):
                os.link(beside, self._path)
            beside.unlink()
            sync_folder(self._home)
            return self._path.read_text("ascii").strip(), str(self._path)
        except OSError as error:
            raise SecretKeyWrong(
                f"the key of secret values {self._path} cannot be made ({error.strerror}); "
                f"free some space or change the permissions there, or set {VARIABLE}"
            ) from error


def _fernet(key: str, where: str) -> Fernet:
    from cryptography.fernet import Fernet

    try:
        return Fernet(key)
    except ValueError as error:
        raise SecretKeyWrong(
            f"what is in {where} is no key for secret values; it must be 32 bytes in URL-safe base64, "
            "as `openssl rand -base64 32 | tr +/ -_` prints them"
        ) from error


def _write_durably(path: Path, content: bytes) -> None:
    """A file for its user only, on the disk when this returns: values sealed with a lost key are lost."""
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "wb") as file:  # noqa: PTH123 - of a descriptor
        file.write(content)
        file.flush()
        os.fsync(descriptor)
