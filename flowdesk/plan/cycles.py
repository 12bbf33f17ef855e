"""The circles of a graph: for each knot of tasks that all wait for one another, one short way round."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping

Graph = Mapping[str, Collection[str]]
"""From each node to the nodes its edges lead to; every one of them is a key too."""

STEPS = 200_000
"""How many edges the search in one knot follows before it takes the shortest circle found so far."""


class _Knots:
    """Tarjan's strongly connected components (1972), with a list in place of the recursion."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._index: dict[str, int] = {}
        self._low: dict[str, int] = {}
        self._stack: list[str] = []
        self._on_stack: set[str] = set()
        self._work: list[tuple[str, Iterator[str]]] = []

    def find(self) -> Iterator[list[str]]:
        for root in self._graph:
            if root not in self._index:
                self._enter(root)
            while self._work:
                node = self._step()
                if node is not None and self._low[node] == self._index[node]:
                    yield self._take(node)

    def _enter(self, node: str) -> None:
        self._index[node] = self._low[node] = len(self._index)
        self._stack.append(node)
        self._on_stack.add(node)
        self._work.append((node, iter(self._graph[node])))

    def _step(self) -> str | None:
        """Go one node deeper, or leave the current one and return it."""
        node, targets = self._work[-1]
        for target in targets:
            if target not in self._index:
                self._enter(target)
                return None
            if target in self._on_stack:
                self._low[node] = min(self._low[node], self._index[target])
        self._work.pop()
        if self._work:
            parent = self._work[-1][0]
            self._low[parent] = min(self._low[parent], self._low[node])
        return node

    def _take(self, node: str) -> list[str]:
        knot: list[str] = []
        while node not in knot[-1:]:
            knot.append(self._stack.pop())
        self._on_stack.difference_update(knot)
        return knot


def _way_back(graph: Graph, start: str, knot: Collection[str]) -> tuple[list[str], int]:
    """The shortest way from a node of a knot to itself, and how many edges were followed."""
    came_from = {start: ""}
    queue = deque([start])
    steps = 0
    while queue:
        node = queue.popleft()
        for target in graph[node]:
            steps += 1
            if target == start:
                return _path(came_from, node), steps
            if target in knot and target not in came_from:
                came_from[target] = node
                queue.append(target)
    raise ValueError(f"{start} lies on no circle")


def _path(came_from: Mapping[str, str], end: str) -> list[str]:
    path = [end]
    while came_from[path[-1]]:
        path.append(came_from[path[-1]])
    return path[::-1]


def _shortest(graph: Graph, knot: list[str]) -> list[str]:
    within = set(knot)
    best: list[str] = []
    left = STEPS
    for start in knot:
        way, steps = _way_back(graph, start, within)
        if not best or len(way) < len(best):
            best = way
        left -= steps
        if left < 0 or len(best) == 2:  # noqa: PLR2004 - no circle of several nodes is shorter
            break
    return best


def knots(graph: Graph) -> Iterator[list[str]]:
    """The sets of nodes that all can be reached from one another; a node for itself is one too."""
    return _Knots(graph).find()


def cycles(graph: Graph) -> list[list[str]]:
    """One circle `[a, b, c]` (a → b → c → a) for each knot, the first of its nodes in graph order first.

    Edges from a node to itself are not looked at. Linear, but for the search for a short way round.
    """
    order = {node: position for position, node in enumerate(graph)}
    found = []
    for knot in _Knots(graph).find():
        if len(knot) > 1:
            way = _shortest(graph, sorted(knot, key=order.__getitem__))
            start = way.index(min(way, key=order.__getitem__))
            found.append(way[start:] + way[:start])
    return sorted(found, key=lambda way: order[way[0]])
