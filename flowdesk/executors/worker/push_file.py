"""What a shell task has written to `$FLOWDESK_PUSH`, in the form of GitHub Actions' output files.

`key=value` on a line, or a block for a value of several lines:

    key<<END
    any text
    END

https://docs.github.com/actions/reference/workflow-commands-for-github-actions#multiline-strings
"""

from __future__ import annotations

import os

from flowdesk.executors.worker.refused import Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def path_of(mark: str, *, temporary: str | None = None) -> str:
    """The path for such a file. `mark` is not to be guessed; `temporary` is a folder other than ours."""
    folder = temporary or os.environ.get("TMPDIR") or "/tmp"  # noqa: S108 - nobody can guess the name
    return os.path.join(folder, f"flowdesk-push-{mark}")  # noqa: PTH118 - pathlib is slow to import


def parse(text: str, *, secret: bool = False) -> list[tuple[str, str, int]]:
    """Give the keys, their texts and lines in order; a key may come again. `secret`: quote nothing of it.

    Raises:
        Refused: a line is neither of the two, or a block has no end.
    """
    lines = iter(enumerate(text.split("\n"), 1))
    try:
        return [(*_entry(number, line, lines), number) for number, line in lines if line.strip()]
    except Refused as refusal:
        if secret:
            raise Refused(str(refusal).partition(": ")[0] + ": expected key=value or a whole block") from None
        raise


def _entry(number: int, line: str, lines: Iterator[tuple[int, str]]) -> tuple[str, str]:
    key, sign, value = line.partition("=")
    before, arrows, end = line.partition("<<")
    if arrows and len(before) < len(key):
        return before.strip(), _block(number, end.strip(), lines)
    if not sign:
        raise Refused(f"$FLOWDESK_PUSH, line {number}: expected key=value, found {line!r}")
    return key.strip(), value


def _block(number: int, end: str, lines: Iterator[tuple[int, str]]) -> str:
    block: list[str] = []
    for _, line in lines:
        if line == end:
            return "\n".join(block)
        block.append(line)
    raise Refused(f"$FLOWDESK_PUSH, line {number}: the block has no line {end!r} to end it")
