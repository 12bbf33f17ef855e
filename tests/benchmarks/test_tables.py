"""What a benchmark tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.tables import KEPT_IN, Table, at_least, at_most, summary

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_table_stands_in_columns_with_the_goals_behind() -> None:
    table = Table("three tasks", ["median", "ratio"])
    table.row("ours", "1.00 s", goal=at_most(2, 1.5))
    table.row("theirs", "12.00 s", "0.08 x")
    assert table.text().splitlines() == [
        "three tasks   median   ratio   goal",
        "ours          1.00 s          ≤ 2 x  met",
        "theirs       12.00 s  0.08 x",
    ]


def test_a_figure_at_its_limit_is_good_enough() -> None:
    assert at_most(2, 2.0).is_met
    assert at_least(3_000, 3_000, "tasks/s").is_met
    assert at_least(3_000, 2_999.0, "tasks/s").verdict == "missed"


def test_goals_are_summed_up_with_the_missed_ones_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "goals.jsonl"
    monkeypatch.setenv(KEPT_IN, str(kept))
    table = Table("work", [])
    table.row("slow", goal=at_most(1, 3.0))
    table.row("quick", goal=at_most(1, 0.5))
    table.row("not asked of")
    table.show()
    assert capsys.readouterr().out == f"\n{table.text()}\n"
    told = summary(kept.read_text("utf-8")).text().splitlines()
    assert told[0].startswith("1 of 2 goals met")
    assert [line.split()[1] for line in told[1:]] == ["quick", "slow"]
    assert told[-1].endswith("3.00 x  ≤ 1 x  missed")
