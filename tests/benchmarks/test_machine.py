"""What figures were measured on."""

from __future__ import annotations

from tests.benchmarks.machine import asked, head_line


def test_the_head_line_names_what_makes_figures_differ() -> None:
    told = head_line()
    assert "cores" in told
    assert "Python" in told
    assert "ms" in told


def test_rounds_and_words_choose_the_work() -> None:
    options = asked("What it does.", 5, ["--rounds", "2", "chain", "200"])
    assert options.rounds == 2
    assert options.words == ["chain", "200"]
    assert asked(None, 5, []).rounds == 5
