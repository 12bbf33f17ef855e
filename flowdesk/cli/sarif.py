"""Problems as SARIF 2.1.0, the form in which code scanning and editors take what a checker found.

Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. Columns are characters
(`unicodeCodePoints`), as everywhere here. A suggestion is part of the message: SARIF's `fixes` are
replacements of text, and ours are sentences.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from flowdesk import __version__
from flowdesk.cli.paths import from_root, root
from flowdesk.model.codes import Code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.errors import Place, Problem

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "SRCROOT"

Node = dict[str, object]


def sarif(problems: Sequence[Problem]) -> Node:
    """Return the log of one run of the checker that found these problems."""
    found = {problem.code for problem in problems}
    codes = [code for code in Code if code.value in found]
    rules = {code.value: index for index, code in enumerate(codes)}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(codes)},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {ROOT: {"uri": _uri(os.fspath(root())) + "/"}},
                "results": [_result(problem, rules[problem.code]) for problem in problems],
            }
        ],
    }


def _driver(codes: Sequence[Code]) -> Node:
    return {
        "name": "flowdesk",
        "semanticVersion": __version__,
        "rules": [_rule(code) for code in codes],
    }


def _rule(code: Code) -> Node:
    return {
        "id": code.value,
        "name": "".join(word.capitalize() for word in code.name.split("_")),
        "shortDescription": {"text": code.explanation},
        "fullDescription": {"text": code.explained.why if code.explained else code.explanation},
        "help": _help(code),
    }


def _help(code: Code) -> Node:
    """An example and its mending; text for those that show no Markdown."""
    more = f"flowdesk explain {code.value}"
    examples = [(title, text) for title, text in (("Wrong", code.wrong), ("Mended", code.right)) if text]
    plain = [f"{title}:\n{text}" for title, text in examples]
    marked = [f"{title}:\n```toml\n{text}\n```" for title, text in examples]
    return {
        "text": "\n\n".join([code.explanation, *plain, f"More: {more}"]),
        "markdown": "\n\n".join([code.explanation, *marked, f"More: `{more}`"]),
    }


def _result(problem: Problem, rule: int) -> Node:
    hint = f" ({problem.suggestion})" if problem.suggestion else ""
    result: Node = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity.value,
        "message": {"text": f"{problem.message}{hint}"},
        "locations": [_location(problem.place)],
    }
    if problem.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": other.message}, **_location(other.place)}
            for number, other in enumerate(problem.related, 1)
        ]
    return result


def _location(place: Place) -> Node:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"physicalLocation": {"artifactLocation": _artifact(place.file), "region": region}}


def _artifact(file: str) -> Node:
    inside = from_root(file)
    if inside is None:
        return {"uri": _uri(file)}
    return {"uri": quote(os.fsencode(Path(inside).as_posix())), "uriBaseId": ROOT}


def _uri(path: str) -> str:
    """Return the URI of an absolute path, also of one whose name is no UTF-8."""
    return "file://" + quote(os.fsencode(Path(path).as_posix()))
