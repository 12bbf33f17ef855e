"""Where secret values come from, and that they are all there before a run starts.

`env:NAME` is a variable of flowdesk's own environment, `keyring:service/name` a password of this machine's
keyring, asked by the package `keyring`, which is only imported where a file names one.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from flowdesk.engine.masks import Masks
from flowdesk.errors import UsageError
from flowdesk.executors.worker.pushed_secrets import texts_in
from flowdesk.xcom.passwords import STORE, secrets_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Protocol

    from flowdesk.plan.plan import Plan, Task
else:
    Protocol = object


MASKED_VARIABLES = "FLOWDESK_MASKED"
"""Names, as a JSON list, the variables that the run around an inner one has taken from elsewhere."""


class Keyring(Protocol):
    """What is asked of a keyring; the package `keyring` is one."""

    def get_password(self, service: str, name: str, /) -> str | None:
        """Return the password that a service keeps under a name, or None."""


class SecretMissing(UsageError):
    """A secret cannot be found where the file takes it from."""


class Secrets:
    """The secret values of a run. They are read once, when first needed."""

    def __init__(
        self, plan: Plan, *, environment: Mapping[str, str] | None = None, keyring: Keyring | None = None
    ) -> None:
        self._plan = plan
        self._environment = os.environ if environment is None else environment
        self._keyring = keyring
        self._found: dict[str, str] = {}
        self._masks = Masks()
        for name in json.loads(self._environment.get(MASKED_VARIABLES) or "[]"):
            self._masks.add(self._environment.get(name, ""))
        self._masks.add(*secrets_of(self._environment.get(STORE, "")))  # for inner runs

    def check(self) -> None:
        """Find all secrets of the plan, so that none is missing in the middle of the run.

        Raises:
            SecretMissing: some cannot be found; all are named, with their tasks.
        """
        faults: dict[str, list[str]] = {}
        for task in self._plan.tasks.values():
            for variable, source in task.env_from.items():
                try:
                    self._value(source)
                except SecretMissing as missing:
                    faults.setdefault(str(missing), []).append(f"${variable} of '{task.id}'")
        if faults:
            raise SecretMissing(
                "\n".join(f"{fault}; it is for {_some(users)}" for fault, users in faults.items())
            )

    def env_of(self, task: Task) -> dict[str, str]:
        """The variables of a task that are taken from elsewhere, with their values.

        Raises:
            SecretMissing: one cannot be found.
        """
        return {variable: self._value(source) for variable, source in task.env_from.items()}

    def learn(self, value: object) -> None:
        """Mask what a task pushed as secret: a text, or all that would be printed of a value."""
        self._masks.add(*texts_in(value))

    @property
    def texts(self) -> tuple[str, ...]:
        """The secret texts that are known, which must not stand in a log; the longest first."""
        return self._masks.texts

    def mask(self, text: str) -> str:
        """The text with a mask in the place of each secret."""
        return self._masks.mask(text)

    def _value(self, source: str) -> str:
        if source not in self._found:
            place, _, name = source.partition(":")
            value = self._of_environment(name) if place == "env" else self._of_keyring(name)
            self._found[source] = value
            self._masks.add(value)
        return self._found[source]

    def _of_environment(self, name: str) -> str:
        value = self._environment.get(name)
        if value is None:
            raise SecretMissing(f"the environment has no {name}; set it before the run: export {name}=…")
        return value

    def _of_keyring(self, name: str) -> str:
        service, _, user = name.partition("/")
        keyring = self._keyring = self._keyring or _installed_keyring()
        try:
            value = keyring.get_password(service, user)
        except Exception as error:  # a plug-in, which raises what it likes
            raise SecretMissing(f"the keyring cannot be read for {service}/{user}: {error}") from error
        if value is None:
            raise SecretMissing(
                f"the keyring has no {service}/{user}; set it before the run: keyring set {service} {user}"
            )
        return value


def _installed_keyring() -> Keyring:
    from importlib import import_module

    try:
        found: Keyring = import_module("keyring")
    except ImportError:
        raise SecretMissing(
            "the keyring is asked by the package 'keyring', which is not installed: pip install keyring"
        ) from None
    return found


def _some(users: list[str]) -> str:
    shown = 3
    more = f" and {len(users) - shown} more" if len(users) > shown else ""
    return ", ".join(users[:shown]) + more
