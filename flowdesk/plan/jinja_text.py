"""What a Jinja template uses, and where in its text: read with Jinja's own parser, and never rendered.

Jinja keeps lines and no columns, so the places come from its tokens: each is found again in the text,
in order. jinja2 (250 ms) is only imported for a text that has a `{{` or `{%` in it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from typing import Any

    from jinja2 import Environment

Token = tuple[int, str, str]
"""Where it begins, in characters from 0, what it is to Jinja, and its text."""

_TI = ("ti", "task_instance")
_BLANK = frozenset({"whitespace", "comment_begin", "comment", "comment_end"})
_NO_TOKEN = ("unexpected char", "unexpected '")
_SENTENCES: tuple[tuple[str, str], ...] = (
    ("unexpected end of template", "the template is not closed before its end"),
    ("Missing end of comment tag", "the comment that '{#' begins is not closed"),
    ("Missing end of raw", "'{% raw %}' is not closed by '{% endraw %}'"),
    ("expected token 'end of print statement'", "'}}' must follow here"),
    ("expected token 'end of statement block'", "'%}' must follow here"),
    ("Expected an expression", "a name or a value must stand here"),
)


class Use(NamedTuple):
    """A name that a template uses but does not bind: `path` is ("ds",), ("pull", "x") or ("|", "filter")."""

    path: tuple[str, ...]
    offset: int
    length: int


class PullCall(NamedTuple):
    """A call of `ti.xcom_pull`: what stands between its brackets, brackets included, and where it all is."""

    arguments: str
    offset: int
    length: int


class Template(NamedTuple):
    """A template that was read: its uses in the order of the text, or the rule that it breaks and where.

    `pulls` are its calls of `ti.xcom_pull`, which are among the uses as well.
    """

    uses: tuple[Use, ...] = ()
    pulls: tuple[PullCall, ...] = ()
    fault: str | None = None
    offset: int = 0


def is_template(text: str) -> bool:
    """Whether a text is a template: without these signs it is taken as it is."""
    return "{{" in text or "{%" in text


@lru_cache(maxsize=1024)
def read_template(text: str) -> Template:
    """Read one template."""
    from jinja2 import TemplateSyntaxError
    from jinja2.meta import find_undeclared_variables
    from jinja2.nodes import Filter

    environment, tokens = _environment()
    tokens.clear()
    known = dict(environment.filters)
    try:
        tree = environment.parse(text)
        # Jinja looks for names and filters in one go, and would stop at a filter that it does not know.
        environment.filters.update(dict.fromkeys((node.name for node in tree.find_all(Filter)), str))
        names = find_undeclared_variables(tree)
    except TemplateSyntaxError as error:
        message = error.message or ""
        return Template(fault=_sentence(message), offset=_fault_offset(text, tokens, message))
    except RecursionError:
        return Template(fault="the template is nested too deeply")
    finally:
        environment.filters = known
    seen = [token for token in tokens if token[1] not in _BLANK]
    return Template(tuple(_uses(seen, names, known)), tuple(_pulls(text, seen)))


def tokens_of(text: str) -> list[Token]:
    """All tokens of a template that Jinja can read, in order."""
    environment, tokens = _environment()
    tokens.clear()
    environment.parse(text)
    return list(tokens)


@cache
def _environment() -> tuple[Environment, list[Token]]:
    """Jinja's, with the list in which it leaves the tokens that it read last, each with its place."""
    from jinja2 import Environment
    from jinja2.lexer import TokenStream

    tokens: list[Token] = []

    class Placing(Environment):
        """Notes where tokens stand while they are read."""

        # Any: the names are Jinja's, which calls this; `state` and the like are handed on.
        def _tokenize(self, source: str, name: Any, filename: Any = None, state: Any = None) -> TokenStream:  # noqa: ANN401
            raw = self.lexer.tokeniter(source, name, filename, state)
            return TokenStream(self.lexer.wrap(_placed(source, raw, tokens), name, filename), name, filename)

    # S701: nothing is rendered here.
    return Placing(), tokens


def _placed(source: str, raw: Iterator[tuple[int, str, str]], tokens: list[Token]) -> Iterator[Any]:
    position = 0
    for line, kind, text in raw:
        found = source.find(text, position)
        position = found if found >= 0 else position
        tokens.append((position, kind, text))
        position += len(text)
        yield line, kind, text


def _fault_offset(text: str, tokens: list[Token], message: str) -> int:
    """Where the template goes wrong: at the token read last, or, at the end, where the last tag begins."""
    read = [token for token in tokens if token[1] not in _BLANK]
    offset, kind, last = read[-1] if read else (0, "data", "")
    end = offset + len(last)
    if message.startswith(_NO_TOKEN):
        return min(len(text), end + len(text[end:]) - len(text[end:].lstrip()))
    if message.startswith("Missing end of comment"):
        return max(0, text.find("{#", end))
    if kind in ("variable_end", "block_end", "data") or not text[end:].strip():
        tags = [at for at, of, _ in read if of in ("variable_begin", "block_begin")]
        return tags[-1] if tags else offset
    return offset


def _sentence(message: str) -> str:
    for theirs, ours in _SENTENCES:
        if message.startswith(theirs):
            return ours
    if block := re.search(r"needs to be closed is '(\w+)'", message):
        return f"'{{% {block[1]} %}}' is not closed by '{{% end{block[1]} %}}'"
    message = re.sub(r"^unexpected char ('.'|\".\") at \d+$", r"\1 means nothing in a template", message)
    return message.rstrip(".")[:1].lower() + message.rstrip(".")[1:]


def _uses(tokens: list[Token], names: set[str], filters: Container[str]) -> Iterator[Use]:
    """The uses of unbound names, filters and tests, each at its place."""
    for position, (offset, kind, text) in enumerate(tokens):
        if kind != "name":
            continue
        before = tokens[position - 1][2] if position else ""
        after = [token[2] for token in tokens[position + 1 : position + 4]]
        if before == "|":
            if text not in filters:
                yield Use(("|", text), offset, len(text))
        elif before != "." and after[:1] != ["="] and text in names:
            yield _use(tokens, position, after)


def _use(tokens: list[Token], position: int, after: list[str]) -> Use:
    """A use with the attribute or item that is taken of it: `pull.x`, `pull["x"]`."""
    offset, _, text = tokens[position]
    if after[:1] == ["."] and len(after) > 1:
        inside, _, attribute = tokens[position + 2]
        return Use((text, attribute), inside, len(attribute))
    if after[:1] == ["["] and after[2:3] == ["]"] and tokens[position + 2][1] == "string":
        inside, _, quoted = tokens[position + 2]
        return Use((text, quoted[1:-1]), inside, len(quoted))
    return Use((text,), offset, len(text))


def _pulls(text: str, tokens: list[Token]) -> Iterator[PullCall]:
    for position in range(len(tokens) - 3):
        words = [token[2] for token in tokens[position : position + 4]]
        if words[0] in _TI and words[1:] == [".", "xcom_pull", "("]:
            first = tokens[position + 3][0]
            if (last := _closing(tokens, position + 3)) is not None:
                start = tokens[position][0]
                yield PullCall(text[first : last + 1], start, last + 1 - start)


def _closing(tokens: list[Token], position: int) -> int | None:
    """Where the bracket is closed that is opened at a position among the tokens."""
    depth = 0
    for offset, _, text in tokens[position:]:
        depth += (text in "([{") - (text in ")]}") if len(text) == 1 else 0
        if not depth:
            return offset
    return None
