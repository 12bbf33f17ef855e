"""Jinja as flowdesk's templates have it: sandboxed, strict, bounded, with Airflow's filters.

Bounds, as a template is the author's but what it loops over is data: a million steps (turns of loops and
calls), ten million characters, numbers of a thousand digits. A step is counted where Jinja's own compiler
would write a plain loop or call, since nothing else can stop a loop from without.

`{{ … }}` writes what a shell finds in its environment: texts bare, all else as JSON.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, Template, Undefined, nodes, pass_context
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import SandboxedEnvironment
from jinja2.visitor import NodeTransformer

from flowdesk.engine.context import FORMS
from flowdesk.engine.template_objects import Named, Unknown
from flowdesk.executors.worker.inputs import as_text
from flowdesk.plan.shell_text import HOLE

if TYPE_CHECKING:
    from jinja2.runtime import Context

STEPS = 1_000_000
CHARACTERS = 10_000_000
BITS = 4096
_LONG = f"it makes more than {CHARACTERS:,} characters"
_COUNTED = "counted steps"
_JOINED = "joined texts"
_WIDENS = ("center", "indent", "ljust", "rjust", "zfill", "expandtabs")


class TooMuch(Exception):
    """A template does more than a template should."""


class Raw(str):
    """A text that goes into the shell's text as it is."""

    __slots__ = ()


class Sandbox(SandboxedEnvironment):
    """The environment. One rendering at a time: `values` are those that the current one has written."""

    intercepted_binops = frozenset({"*", "**", "+", "%"})

    def __init__(self) -> None:
        super().__init__(
            undefined=StrictUndefined, finalize=self._written, keep_trailing_newline=True, auto_reload=False
        )
        self.values: list[object] | None = None
        self._steps = 0
        self.globals.pop("lipsum", None)
        self.filters.update({name: _of_moment(name) for name in FORMS})
        self.filters["raw"] = lambda value: Raw(value if isinstance(value, Unknown) else as_text(value))
        self.filters[_COUNTED], self.filters[_JOINED] = self._counted, self._joined
        for name in ("center", "indent"):
            self.filters[name] = _narrow(self.filters[name])
        self.read = lru_cache(maxsize=4096)(self._read)

    def render(self, text: str, names: dict[str, object], *, shell: bool) -> str:
        """Render a template. With `shell`, a `HOLE` stands for each value, and `values` has them in order."""
        self.values, self._steps = [] if shell else None, 0
        size, parts = 0, []
        for part in self.read(text)[0].generate(names):
            size += len(part)
            if size > CHARACTERS:
                raise TooMuch(_LONG)
            parts.append(part)
        return "".join(parts)

    def uses(self, text: str) -> frozenset[str]:
        """The names that a template takes from outside."""
        return self.read(text)[1]

    def _read(self, text: str) -> tuple[Template, frozenset[str]]:
        tree = _Counting().visit(self.parse(text))
        if tree.find((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
            raise TooMuch("it takes in another template, and there are none to take in")
        return self.from_string(tree), frozenset(find_undeclared_variables(tree))

    @pass_context  # without it, constants would be written once, when the template is compiled
    def _written(self, _context: Context, value: object) -> str:
        if isinstance(value, Undefined):
            str(value)  # raises
        if self.values is None:
            return str(value) if isinstance(value, (str, Unknown)) else as_text(value)
        if isinstance(value, Raw):
            return value
        self.values.append(value)
        return f"{HOLE}{len(self.values) - 1}{HOLE}"

    def _step(self) -> None:
        self._steps += 1
        if self._steps > STEPS:
            raise TooMuch(f"it takes more than {STEPS:,} steps")

    def _counted(self, values: Iterable[object]) -> Iterator[object]:
        for value in values:
            self._step()
            yield value

    def _joined(self, values: Iterable[object]) -> str:
        texts = [
            str(value) if isinstance(value, (str, Undefined, Unknown)) else as_text(value) for value in values
        ]
        if sum(map(len, texts)) > CHARACTERS:
            raise TooMuch(_LONG)
        return "".join(texts)

    def call_binop(self, _context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - Jinja's signature
        """Compute, if what comes out is not too large."""
        if operator == "*":
            for many, count in ((left, right), (right, left)):
                if isinstance(many, Sized) and isinstance(count, int) and len(many) * count > CHARACTERS:
                    raise TooMuch(_LONG)
        if isinstance(left, int) and isinstance(right, int) and operator in ("*", "**"):
            bits = left.bit_length() * right if operator == "**" else left.bit_length() + right.bit_length()
            if bits > BITS:
                raise TooMuch("it computes a number of more than a thousand digits")
        if operator == "%" and isinstance(left, str):
            _check_width([int(digits) for digits in re.findall(r"[0-9]{7,}", left)])
        return _sized(self.binop_table[operator](left, right))

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - Jinja's signature
        """As Jinja; but a value comes before what a dict has of its own."""
        if isinstance(obj, Named):
            if attribute in obj:
                return obj[attribute]
            if not hasattr(dict, attribute):
                return self.undefined(obj.lacks(attribute))
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - Jinja's signature
        """As Jinja; of what has names, only what has a value."""
        if isinstance(obj, Named) and argument not in obj:
            return self.undefined(obj.lacks(str(argument)))
        return super().getitem(obj, argument)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - Jinja's
        """As Jinja, counted."""
        self._step()
        if getattr(obj, "__name__", "") in _WIDENS:
            _check_width(args)
        return super().call(context, obj, *args, **kwargs)


class _Counting(NodeTransformer):
    """Puts the counting into a template's own loops, and the check of sizes into its `~`."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - Jinja looks for this name
        """Count the turns."""
        self.generic_visit(node)
        node.iter = _filter(node.iter, _COUNTED)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802 - as above
        """Join by a function."""
        self.generic_visit(node)
        return _filter(nodes.List(node.nodes, lineno=node.lineno), _JOINED)


def _filter(node: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def _of_moment(name: str) -> Callable[[Any], str | None]:
    def form(moment: Any) -> str | None:  # noqa: ANN401 - whatever a template has
        return None if moment is None else FORMS[name](moment)

    return form


def _narrow(function: Callable[..., Any]) -> Callable[..., Any]:
    def narrow(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - a filter's
        _check_width([*args, *kwargs.values()])
        return function(*args, **kwargs)

    return narrow


def _check_width(args: Sequence[object]) -> None:
    if any(isinstance(one, int) and one > CHARACTERS for one in args):
        raise TooMuch(_LONG)


def _sized(value: Any) -> Any:  # noqa: ANN401 - what was computed
    if isinstance(value, (str, list)) and len(value) > CHARACTERS:
        raise TooMuch(_LONG)
    return value
