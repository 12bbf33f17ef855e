from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.cli.checked import checked, plan_of
from flowdesk.errors import FileRefused
from flowdesk.plan.written import to_json
from flowdesk.store.plan_cache import PlanCache

if TYPE_CHECKING:
    from pathlib import Path

HEAD = '[pipeline]\nname = "p"\n'


def refused(folder: Path, text: str) -> list[str]:
    """The lines of what forbids a run, each with its sentence."""
    file = folder / "p.toml"
    file.write_text(HEAD + text)
    with pytest.raises(FileRefused) as error:
        plan_of(file, PlanCache(folder))
    return [f"{problem.place.line}: {problem.message}" for problem in error.value.problems]


def test_what_may_run_has_a_plan_and_its_warnings(tmp_path: Path) -> None:
    file = tmp_path / "p.toml"
    file.write_text(f'{HEAD}schedule = "@daily"\nend_date = 2020-01-01\n[tasks.a]\nbash = "true"\n')
    found = plan_of(file, PlanCache(tmp_path))
    assert list(found.plan.tasks) == ["a"]
    assert [problem.severity.value for problem in found.problems] == ["warning"]
    assert found.source.startswith(HEAD)


def test_what_may_run_is_kept_and_what_may_not_is_not(tmp_path: Path) -> None:
    file, cache = tmp_path / "p.toml", PlanCache(tmp_path)
    file.write_text(f'{HEAD}[tasks.a]\nbash = "true"\n')
    found = plan_of(file, cache)
    assert cache.find(file) == found._replace(written=to_json(found.plan))
    refused(tmp_path, '[tasks.a]\nbash = "true"\nafter = ["b"]\n')
    assert cache.find(file) is None


def test_what_may_not_run_is_refused_where_it_is_wrong(tmp_path: Path) -> None:
    (told,) = refused(tmp_path, '[tasks.a]\nbash = "true"\npush.k = "file"\nafter = ["b"]\n')
    assert told.startswith("6: ")


def test_a_report_has_the_texts_of_all_its_files(tmp_path: Path) -> None:
    (tmp_path / "part.toml").write_text('[tasks.b]\nbash = "true"\n')
    whole = tmp_path / "p.toml"
    report = checked(whole, text=f'include = ["part.toml"]\n{HEAD}[tasks.a]\nbash = "true"\n')
    assert report.texts[str(whole)].startswith("include")
    assert report.texts[str(tmp_path / "part.toml")].startswith("[tasks.b]")
    assert report.parts == (tmp_path / "part.toml",)
