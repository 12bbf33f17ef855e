"""What can go wrong: the author's problems in a file, the machine's refusals, and nothing else.

Three kinds of error meet a user, and each has one shape:

* the author's: a list of `Problem`, all at once, carried by `FileRefused`;
* the machine's: one sentence in a `FlowdeskError` (a disk that is full, a store that is locked);
* ours: any other exception. The border shows its traceback and where to report it.
"""

from __future__ import annotations

from enum import StrEnum

from flowdesk.records import NamedTuple


class Severity(StrEnum):
    """How much a problem weighs: errors refuse the file, warnings and notes do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(NamedTuple):
    """A stretch of a file. Lines and columns count from 1, columns in characters; the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Related(NamedTuple):
    """The other end of a disagreement: the push that a pull does not fit."""

    message: str
    place: Place


class Problem(NamedTuple):
    """One complaint about a file, with its place and, where one is near, a way out.

    `code` is stable ("FD203"); `suggestion` is a sentence ("did you mean 'model_accuracy'?").
    """

    code: str
    message: str
    place: Place
    severity: Severity = Severity.ERROR
    suggestion: str | None = None
    related: tuple[Related, ...] = ()

    def __str__(self) -> str:
        hint = f" ({self.suggestion})" if self.suggestion else ""
        return f"{self.place}: {self.message}{hint}"


class FlowdeskError(Exception):
    """Something that a user can mend went wrong."""

    exit_code = 1

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or (type(self).__doc__ or "").strip().splitlines()[0])


class FileRefused(FlowdeskError):
    """The pipeline file has errors, so nothing was run."""

    exit_code = 2

    def __init__(self, problems: list[Problem], *, undone: str = "nothing was run") -> None:
        super().__init__()
        self.problems = problems
        self.undone = undone


class UsageError(FlowdeskError):
    """What was asked for does not exist or does not fit together."""

    exit_code = 2
