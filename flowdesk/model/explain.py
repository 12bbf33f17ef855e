"""What every code means at length: why it is a problem, a wrong example, and the same mended.

The texts lie in `explained/`, a file for each family of codes. An example is a pipeline file; a line
`# --- NAME` begins another file that it needs. A test holds every example to what it shows.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from flowdesk.model.codes import Code

FOLDER = Path(__file__).parent / "explained"
FAMILY = len("FD1")


class Explained(NamedTuple):
    """A code at length. `is_sketch`: the wrong example shows the thing, or a command, and is not it."""

    why: str
    wrong: str
    right: str
    is_sketch: bool = False


def explained(code: Code) -> Explained | None:
    """What a code means at length; None for one that has no text."""
    text = _family(code[:FAMILY]).get(code)
    if text is None:
        return None
    wrong, right = (text[name].strip("\n") for name in ("wrong", "right"))
    return Explained(text["why"].strip(), wrong, right, text.get("sketch", False))


@cache
def _family(name: str) -> dict[str, Any]:
    import tomli

    path = FOLDER / f"{name}.toml"
    return tomli.loads(path.read_text("utf-8")) if path.is_file() else {}
