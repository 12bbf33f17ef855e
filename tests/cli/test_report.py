from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.cli.checked import checked
from flowdesk.cli.report import kept_report
from flowdesk.store.plan_cache import PlanCache

if TYPE_CHECKING:
    from pathlib import Path

TASK = '[tasks.a]\nbash = "true"\n'


def test_a_kept_report_is_that_of_the_check(tmp_path: Path) -> None:
    (tmp_path / "part.toml").write_text('[tasks.b]\nbash = "true"\n')
    whole, cache = tmp_path / "p.toml", PlanCache(tmp_path / "home")
    whole.write_text(f'include = ["part.toml"]\n{TASK}push.unused = "int"\n[tasks.c]\nafter = "a"\n')
    assert kept_report(whole, cache) is None
    report = checked(whole, cache=cache)
    assert report.parts
    assert kept_report(whole, cache) == report


def test_no_report_of_a_file_that_may_not_run_is_kept(tmp_path: Path) -> None:
    file, cache = tmp_path / "p.toml", PlanCache(tmp_path / "home")
    file.write_text(f'{TASK}after = "b"\n')
    assert checked(file, cache=cache).refuses
    assert kept_report(file, cache) is None
