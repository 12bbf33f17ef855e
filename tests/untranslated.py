"""Finds what the window would say in English whatever its language: `python -m tests.untranslated`.

By guess: a text that reads as words (a capital and small letters, or two words) and stands neither in one of
the calls of `tests.translations` nor where nobody reads it (a docstring, an error that is raised, a name
of an object). What is guessed wrongly carries `# not said: why` on its line.
"""

from __future__ import annotations

import ast
import re
import sys
from typing import TYPE_CHECKING

from tests.translations import GUI, ROOT, called

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WORDS = re.compile(
    r"""&?[A-Z]&?[a-z]{2,}(?![\w/]*[_/])  # a capital and small letters, and no path
    |[a-z]{2,},?\ [a-z]{2,}              # or two words
    |\}\ [a-z]{3,}                       # or one after a number
    """,
    re.VERBOSE,
)
_NO_WORDS = re.compile(r"(?:Ctrl|Alt|Shift)\+|currentColor$|(?:Decimal|Enter|Menu|Esc)$|org\.")
"""How keys, a colour, a type, and names on the bus begin."""
_TAKEN = {"tr", "mark", "plural", "Deed"}
_UNSEEN = {
    "cast", "TypeVar", "setObjectName", "setProperty", "NewType", "StrEnum", "compile", "Signal",
    "startswith", "endswith", "QKeySequence", "setStyle", "setShortcut", "getattr", "hasattr", "Slot",
    "Template", "QRegularExpression", "find", "SLOT", "createMethodCall", "connect",
}  # fmt: skip
"""Calls of whose texts nobody reads any."""


_NAMES = {"on", "beside"}
"""Arguments that name a panel by its first title."""
_ELSEWHERE = {"fonts.py", "language.py", "screen.py", "versions.py"}
"""Files of names of their own, or of what is said before there is a window."""


def untranslated(file: Path) -> Iterator[tuple[int, str]]:
    """The lines and texts of a file that are said in English only."""
    if file.name in _ELSEWHERE:
        return
    text = file.read_text("utf-8")
    lines = text.split("\n")
    for node in _seen(ast.parse(text)):
        said = re.sub(r"<[^>]*>", "", _text_of(node))
        if _NO_WORDS.match(said):
            continue
        if _WORDS.search(said) and "# not said" not in lines[node.lineno - 1]:
            yield node.lineno, said


def _seen(node: ast.AST) -> Iterator[ast.Constant | ast.JoinedStr]:
    """The texts below a node, without those that are translated and those that nobody reads."""
    if isinstance(node, ast.Call) and called(node) in _TAKEN | _UNSEEN:
        return
    is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    if is_docstring or _is_list_of_names(node) or isinstance(node, ast.Raise | ast.Assert):
        return
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        yield node
        return
    for name, value in ast.iter_fields(node):
        is_name = isinstance(node, ast.keyword) and node.arg in _NAMES
        if is_name or name in {"annotation", "returns", "decorator_list", "slice", "type_comment"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _seen(child)


def _is_list_of_names(node: ast.AST) -> bool:
    """Whether it is what a module has to give (`__all__`)."""
    return (
        isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and node.targets[0].id == "__all__"
    )


def _text_of(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    parts = (part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return "".join(map(str, parts))


def main() -> None:
    """Print them all."""
    for file in sorted(GUI.rglob("*.py")):
        name = file.relative_to(ROOT).as_posix()
        if len(sys.argv) == 1 or any(part in name for part in sys.argv[1:]):
            for line, said in untranslated(file):
                print(f"{name}:{line}: {said!r}")  # noqa: T201 - what it is run for


if __name__ == "__main__":
    main()
