"""Where in the text of a TOML file a field stands, by its path of keys and indexes.

tree-sitter keeps every position, which tomli does not, and gives a tree for broken text too. It counts
bytes of UTF-8; a `Place` counts characters. The tables and their fields are listed at once; what lies inside
an inline table or a list is opened when somebody asks for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import tree_sitter
import tree_sitter_toml

from flowdesk.model.toml_text import key_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

Loc = tuple[str | int, ...]
Part = Literal["key", "value", "both"]
Span = tuple[int, int]
"""First byte and the byte after the last."""

KEY_NODES = ("bare_key", "quoted_key", "dotted_key")
# Escapes of TOML 1.1, which the grammar does not know and would lose its way at; the same number of bytes.
_NEW_ESCAPE = re.compile(rb"\\(?:\\|[ex])")


@dataclass
class Spot:
    """A field: its key, and its value as a node, or as the key again where the value is a whole table."""

    key: Span
    value: Span
    node: Node | None = None
    opened: bool = False


class Places:
    """The fields of one text."""

    def __init__(self, source: bytes) -> None:
        """Read `source`, UTF-8 without a byte order mark."""
        self._source = source
        self._spots: dict[Loc, Spot] = {}
        self._headed: set[Loc] = set()
        self._elements: dict[Loc, int] = {}
        self._task_bytes: list[tuple[int, int, str]] = []
        text = _NEW_ESCAPE.sub(lambda found: found[0].replace(b"e", b"t").replace(b"x", b"t"), source)
        # Kept: nodes are views into their tree.
        self._tree = tree_sitter.Parser(tree_sitter.Language(tree_sitter_toml.language())).parse(text)
        for node in self._tree.root_node.named_children:
            if node.type == "pair":
                self._add_pair((), node)
            elif node.type in ("table", "table_array_element"):
                self._add_table(node)

    def span(self, loc: Loc, part: Part = "value") -> Span:
        """The bytes of a field, or of the nearest one around it that is written."""
        spot = self.spot(loc)
        if spot is None:
            return 0, 0
        if part == "both":
            return min(spot.key[0], spot.value[0]), max(spot.key[1], spot.value[1])
        return spot.key if part == "key" else spot.value

    def spot(self, loc: Loc) -> Spot | None:
        """The field at `loc`, or the nearest around it; None at the top of the file.

        A step by name into what is no table is left out, so that the long form of a field finds
        the short one: ("push", "k", "type") finds `push.k = "int"`.
        """
        at: Loc = ()
        for step in loc:
            spot = self._spots.get(at)
            if spot and spot.node is not None and not spot.opened:
                self._open(at, spot)
            if (*at, step) in self._spots:
                at = (*at, step)
            elif spot is None or spot.node is None or spot.node.type == "inline_table":
                break
        return self._spots.get(at)

    def task_at(self, byte: int) -> str | None:
        """The task to whose table or field the byte belongs."""
        return next((task for start, end, task in self._task_bytes if start <= byte < end), None)

    def _add_table(self, node: Node) -> None:
        header = next((child for child in node.named_children if child.type in KEY_NODES), None)
        if header is None:
            return
        path = self._add_path((), header, is_header=True)
        if node.type == "table_array_element":
            count = self._elements[path] = self._elements.get(path, -1) + 1
            path = (*path, count)
            self._spots[path] = Spot(_span(header), _span(header))
        self._remember_task(path, node)
        for child in node.named_children:
            if child.type == "pair":
                self._add_pair(path, child)

    def _add_pair(self, base: Loc, node: Node) -> None:
        parts = [child for child in node.named_children if child.type not in ("comment", "ERROR")]
        if len(parts) != 2 or parts[0].type not in KEY_NODES:  # noqa: PLR2004 - a key and its value
            return
        key, value = parts
        path = self._add_path(base, key, is_header=False)
        if len(base) < 2 <= len(path):  # noqa: PLR2004 - ("tasks", id)
            self._remember_task(path, node)
        spot = self._spots[path]
        spot.value, spot.node = _span(value), value

    def _add_path(self, base: Loc, key: Node, *, is_header: bool) -> Loc:
        """List every part of a dotted key; a table's own header wins over a mention in passing."""
        path = base
        segments = list(_segments(key))
        for position, segment in enumerate(segments):
            if is_header and path in self._elements:
                path = (*path, self._elements[path])
            path = (*path, key_text(self._source[segment.start_byte : segment.end_byte].decode()))
            is_own = is_header and position == len(segments) - 1
            if path not in self._spots or (is_own and path not in self._headed):
                self._spots[path] = Spot(_span(segment), _span(segment))
            if is_own:
                self._headed.add(path)
        return path

    def _open(self, at: Loc, spot: Spot) -> None:
        spot.opened = True
        assert spot.node is not None  # noqa: S101 - the caller looked
        if spot.node.type == "inline_table":
            for child in spot.node.named_children:
                if child.type == "pair":
                    self._add_pair(at, child)
        elif spot.node.type == "array":
            items = [child for child in spot.node.named_children if child.type not in ("comment", "ERROR")]
            for position, item in enumerate(items):
                self._spots[(*at, position)] = Spot(_span(item), _span(item), item)

    def _remember_task(self, path: Loc, node: Node) -> None:
        if len(path) > 1 and path[0] == "tasks":
            self._task_bytes.append((node.start_byte, node.end_byte, str(path[1])))


def _span(node: Node) -> Span:
    return node.start_byte, node.end_byte


def _segments(key: Node) -> Iterator[Node]:
    """The parts of a key from left to right; the grammar nests dotted ones to the left."""
    found = []
    while key.type == "dotted_key":
        *_, last = key.named_children
        found.append(last)
        key = key.named_children[0]
    found.append(key)
    yield from reversed(found)
