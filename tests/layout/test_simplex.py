"""Ranks with the least total length."""

from __future__ import annotations

from collections import Counter
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from flowdesk.layout.ranks import early_ranks
from flowdesk.layout.simplex import tighten


def _length(weights: Counter[tuple[int, int]], rank: list[int]) -> int:
    return sum(weight * (rank[head] - rank[tail]) for (tail, head), weight in weights.items())


def _connected(count: int, pairs: list[tuple[int, int]]) -> Counter[tuple[int, int]]:
    """Give the edges that lead to a higher number, and one to each item from one before it."""
    edges = [(min(pair) % count, max(pair) % count) for pair in pairs]
    return Counter(
        [(tail, head) for tail, head in edges if tail < head] + [(n // 2, n) for n in range(1, count)]
    )


@settings(max_examples=60)
@given(st.integers(2, 5), st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=8))
def test_no_other_ranks_are_shorter(count: int, pairs: list[tuple[int, int]]) -> None:
    weights = _connected(count, pairs)
    rank = early_ranks(count, list(weights))
    tighten(weights, rank)
    assert all(rank[tail] < rank[head] for tail, head in weights)
    others = product(range(count), repeat=count)
    valid = [each for each in others if all(each[tail] < each[head] for tail, head in weights)]
    assert _length(weights, rank) == min(_length(weights, list(each)) for each in valid)


@given(st.integers(2, 60), st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=90))
def test_it_never_gets_longer(count: int, pairs: list[tuple[int, int]]) -> None:
    weights = _connected(count, pairs)
    early = early_ranks(count, list(weights))
    rank = early[:]
    tighten(weights, rank)
    assert all(rank[tail] < rank[head] for tail, head in weights)
    assert _length(weights, rank) <= _length(weights, early)
