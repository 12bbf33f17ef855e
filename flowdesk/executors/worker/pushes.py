"""What a try has pushed: each value checked, encoded and sent on at once."""

from __future__ import annotations

from _thread import allocate_lock

from flowdesk.executors.worker.refused import Refused, declared_names, table, toml_key, toml_string

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.executors.talk import Message
    from flowdesk.executors.worker.cancellation import Cancellation
    from flowdesk.executors.worker.job import Declared, Job

RETURN_VALUE = "return_value"
MAX_KEY = 512


class Pushes:
    """The pushes of one try. `values` holds the JSON text by key; the last push of a key stays.

    `excused` are the keys that need not be pushed, whatever the file says. `hide` is called when there are
    more secrets in the job than before. `send` gets each push at once, and `later` those after `settle`.
    """

    def __init__(
        self,
        job: Job,
        send: Callable[[Message], object],
        cancellation: Cancellation,
        *,
        hide: Callable[[], None] | None = None,
        later: Callable[[Message], object] | None = None,
    ) -> None:
        self.values: dict[str, str] = {}
        self.excused: set[str] = set()
        self._job = job
        self._send = send
        self._hide = hide
        self._later = later or send
        self._is_over = False
        self.cancellation = cancellation
        self._lock = allocate_lock()

    @property
    def missing(self) -> list[str]:
        """The keys that must be pushed and have not been, in the file's order."""
        return [
            key
            for key, push in self._job.declared.items()
            if push.required and key not in self.values and key not in self.excused
        ]

    @property
    def has_secrets(self) -> bool:
        """Whether the value of any key is secret."""
        return any(push.secret for push in self._job.declared.values())

    def push(self, key: str, value: object) -> None:
        """Push a value.

        Raises:
            Refused: the key is not declared, the value does not fit its type or cannot be stored.
        """
        from flowdesk.executors.worker.checked import checked

        declared = self._declared(key, value)
        if declared.secret:
            self._keep_secret(value)
        told = checked(self._job, declared, value)
        if self._is_over:
            self.values[key] = told["value"]
            self._later(told)
            return
        with self.cancellation.held(), self._lock:
            self.values[key] = told["value"]
            self._send(told)

    def settle(self) -> None:
        """The task is over: what is still pushed can wait for the message of the end."""
        self._is_over = True

    def _keep_secret(self, value: object) -> None:
        """Keep a value out of the log from now on, be it taken or refused."""
        from flowdesk.executors.worker.pushed_secrets import texts_in

        if more := set(texts_in(value)).difference(self._job.secrets):
            self._job.secrets.extend(more)
            if self._hide is not None:
                self._hide()

    def push_text(self, key: str, text: str) -> None:
        """Push what a shell task wrote, read by the declared type; else as `push`."""
        from flowdesk.executors.worker.plain_text import read
        from flowdesk.xcom import types

        self.push(key, read(text, types.parse(self._declared(key, text).type)))

    def accepts(self, key: str, value: object) -> bool:
        """Whether the key is declared with a type that the value fits."""
        from flowdesk.executors.worker.checked import fits

        return key in self._job.declared and fits(self._job.declared[key], value)

    def _declared(self, key: object, value: object) -> Declared:
        """The declaration of a key."""
        if not isinstance(key, str) or not key:
            raise Refused(f"a key is a string that is not empty, not {key!r}")
        if len(key) > MAX_KEY:
            raise Refused(f"a key has at most {MAX_KEY} characters, this one has {len(key)}: {key[:40]}…")
        declared = self._job.declared.get(key)
        if declared is None:
            names, line = (
                list(self._job.declared),
                f"push.{toml_key(key)} = {toml_string(type(value).__name__)}",
            )
            told = declared_names(names) + ("" if names else ", or turned off by do_xcom_push = false")
            raise Refused(
                f"push {key!r}: not declared (declared: {told}); add to {table(self._job.task)}: {line}",
                key=key,
            )
        return declared
