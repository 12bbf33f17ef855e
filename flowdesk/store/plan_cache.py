"""What the check of a pipeline file came to, kept, so that an unchanged file starts without being checked.

A plan is kept under the path of its file, with all that the check has looked at: the text of the file, of
those that it includes and of the pipelines that its tasks run, by hash; where each Python module was found,
and its hash; flowdesk's own sources and the Python that they ran in. Only where all of it is as it was is
the plan good. Whatever else is wrong with a cache file (cut short, of another program, of a newer flowdesk)
makes it no cache file. It is a hash, against damage, and two lines of JSON: to read them runs no code.

Kept is only what may run, with its warnings. Not what depends on more than files: a schedule that ends
(the clock), kinds of task that packages add. A module that changed while it was read is not kept either.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk import __version__
from flowdesk.errors import Place, Problem, Related, Severity
from flowdesk.model.garbage import uncollected
from flowdesk.plan.plan import Kind
from flowdesk.plan.written import PlanUnreadable, from_json, to_json
from flowdesk.records import NamedTuple
from flowdesk.xcom.hashing import sha256_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from flowdesk.model.document import Document
    from flowdesk.plan.plan import Plan

FORMAT = 3
MOST = 200
"""How many plans are kept; the ones that were made the longest ago go first."""

TICK = 0.05
"""Seconds by which a file's time may lag behind the clock."""

_CHECKING = ("errors.py", "xcom", "model", "plan")
"""What of flowdesk the outcome of a check depends on."""


_NO_CACHE_FILE = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    RecursionError,
    PlanUnreadable,
)
"""What comes of reading something else, or a file of another flowdesk."""


class KeptPlan(NamedTuple):
    """A plan that may run, its warnings and notes, the text of its file, and the plan as `to_json` writes it.

    `written` is None where that is not at hand.
    """

    plan: Plan
    problems: list[Problem]
    source: str
    written: str | None = None


class KeptVerdict(NamedTuple):
    """What is told of a file that may run: its warnings and notes, how many tasks it has, and its text.

    `texts` are those that were checked, by file; `parts` are the files among them that it includes.
    """

    problems: list[Problem]
    tasks: int
    texts: dict[str, str]
    parts: list[str]


class PlanCache:
    """The kept plans of a home. Nothing is raised: what cannot be kept or read is checked anew."""

    def __init__(self, home: Path) -> None:
        self._folder = home / "cache" / "plans"
        self._began = time.time()

    def find(self, path: Path) -> KeptPlan | None:
        """The plan of a pipeline file, if it is what a check would come to now."""
        try:
            with uncollected():
                found = self._found(path)
                if found is None or not found[-1]:
                    return None
                kept, texts, plan = found
                problems = [_problem(*one) for one in kept["problems"]]
                return KeptPlan(from_json(plan), problems, texts[str(path)], plan)
        except _NO_CACHE_FILE:
            return None

    def find_verdict(self, path: Path) -> KeptVerdict | None:
        """What a check of a pipeline file would come to now, but for its plan, which need not be kept."""
        try:
            found = self._found(path)
            if found is None:
                return None
            kept, texts, _ = found
            problems = [_problem(*one) for one in kept["problems"]]
            return KeptVerdict(problems, int(kept["tasks"]), texts, kept["parts"])
        except _NO_CACHE_FILE:
            return None

    def _found(self, path: Path) -> tuple[dict[str, Any], dict[str, str], str] | None:
        """What is kept about a file, its texts as they are now, and its plan as text; None: it is another."""
        head, _, body = self._file(path).read_bytes().partition(b"\n")
        if head.decode("ascii") != sha256_of(body):
            return None
        about, _, plan = body.decode().partition("\n")
        kept = json.loads(about)
        if kept["is"] != _identity(path):
            return None
        texts = {file: _text(Path(file)) for file in kept["texts"]}
        if {file: sha256_of(text.encode()) for file, text in texts.items()} != kept["texts"]:
            return None
        if any(_module(Path(folder), name) != found for folder, name, found in kept["modules"]):
            return None
        return kept, texts, plan

    def keep(self, document: Document, plan: Plan, problems: list[Problem]) -> None:
        """Keep what came of checking a document that may run; it was read since this cache was made."""
        self._keep(document, plan, problems, lambda: to_json(plan))

    def keep_verdict(self, document: Document, plan: Plan, problems: list[Problem]) -> None:
        """Keep the same without the plan, to write which takes longer than to check some files."""
        self._keep(document, plan, problems, str)

    def _keep(
        self, document: Document, plan: Plan, problems: list[Problem], write: Callable[[], str]
    ) -> None:
        if plan.end_date is not None or any(task.kind is Kind.PLUGGED for task in plan.tasks.values()):
            return
        texts = dict(_texts(document))
        with suppress(OSError, ValueError):  # no room, no permission, a path that is no text
            looked_for = sorted(set(_modules(document)))
            modules = [(folder, name, _module(Path(folder), name)) for folder, name in looked_for]
            if any(self._is_recent(found) for _, _, found in modules):
                return
            kept = {
                "is": _identity(document.path),
                "texts": {file: sha256_of(text.encode()) for file, text in texts.items()},
                "modules": modules,
                "problems": problems,
                "tasks": len(plan.tasks),
                "parts": [str(part) for part in document.files[1:]],
            }
            about = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
            body = f"{about}\n{write()}".encode()
            self._write(self._file(document.path), f"{sha256_of(body)}\n".encode() + body)
            self._remove_oldest()

    def _file(self, path: Path) -> Path:
        return self._folder / f"{sha256_of(os.fsencode(path))[:32]}.json"

    def _is_recent(self, found: list[str | None] | None) -> bool:
        """Whether a module was written after the check began, which then may have seen another text."""
        source = found[0] if found else None
        return source is not None and Path(source).stat().st_mtime > self._began - TICK

    def _write(self, file: Path, data: bytes) -> None:
        """Put it into its place as a whole. Nothing is lost where that does not outlive a power cut."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = file.with_suffix(f".{os.getpid()}")
        try:
            unfinished.write_bytes(data)
            unfinished.replace(file)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise

    def _remove_oldest(self) -> None:
        found = sorted(self._folder.iterdir(), key=lambda file: file.stat().st_mtime)
        for file in found[:-MOST]:
            file.unlink(missing_ok=True)


def _identity(path: Path) -> list[object]:
    """What makes a check of a file another one, besides what it reads."""
    return [FORMAT, str(path), __version__, sys.version, _sources()]


def _sources() -> str:
    """Stands for flowdesk's own sources: in a checkout they change and the version stays."""
    package = Path(__file__).parent.parent
    found = []
    for part in _CHECKING:
        place = os.path.join(package, part)  # noqa: PTH118 - a third of pathlib's time
        entries = os.scandir(place) if "." not in part else ()
        stats = [(entry.name, entry.stat()) for entry in entries if entry.name.endswith(".py")]
        stats = stats or [(part, os.stat(place))]  # noqa: PTH116 - as above
        found += [(part, name, stat.st_size, stat.st_mtime_ns) for name, stat in sorted(stats)]
    return sha256_of(repr(found).encode())


def _text(path: Path) -> str:
    """The text as the check reads it: without a byte order mark."""
    return path.read_bytes().decode().removeprefix("\ufeff")


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    """The path and text of every file that the check of a document has read."""
    yield str(document.path), document.text
    for page in document.pages:
        yield str(page.path), page.text
    for inner in document.inner.values():
        yield from _texts(inner)


def _modules(document: Document) -> Iterator[tuple[str, str]]:
    """The folder and name of every module that the check of a document has looked for."""
    yield from ((str(document.path.parent), name) for name in document.functions.modules)
    for inner in document.inner.values():
        yield from _modules(inner)


def _module(folder: Path, name: str) -> list[str | None] | None:
    """Where a module is and the hash of its source; None: there is none."""
    from flowdesk.model.modules import find_module

    found = find_module(folder, name)
    if not found.exists:
        return None
    if found.source is None:
        return [None, None]
    return [str(found.source), sha256_of(found.source.read_bytes())]


# Any: what JSON holds is checked by the parts it becomes.
def _problem(code: Any, message: Any, place: Any, severity: Any, suggestion: Any, related: Any) -> Problem:  # noqa: ANN401, PLR0913, PLR0917 - as above, the fields
    ends = tuple(Related(message, Place(*place)) for message, place in related)
    return Problem(code, message, Place(*place), Severity(severity), suggestion, ends)
