from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator  # type: ignore[import-untyped]  # it has no annotations

from flowdesk.cli.sarif import sarif
from flowdesk.errors import Place, Problem, Related, Severity
from flowdesk.model.codes import Code

SCHEMA = Path(__file__).parent / "sarif_schema" / "sarif-2.1.0-rtm.5.json"


def problem(file: Path | str = "/p/a.toml", code: str = "FD209", **more: Any) -> Problem:  # noqa: ANN401 - a Problem's other fields
    return Problem(code, "a has no key 'k'", Place(str(file), 3, 10, 3, 14), **more)


def run_of(*problems: Problem) -> dict[str, Any]:
    """The one run of a log that keeps to the schema."""
    log = json.loads(json.dumps(sarif(problems)))
    errors = list(Draft4Validator(json.loads(SCHEMA.read_text("utf-8"))).iter_errors(log))
    assert not errors
    (run,) = log["runs"]
    found: dict[str, Any] = run
    return found


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder; no runner of GitHub's is there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    return tmp_path


def test_a_log_without_problems_keeps_to_the_schema() -> None:
    assert run_of()["results"] == []


def test_every_code_can_be_a_rule() -> None:
    run = run_of(*(problem(code=code.value) for code in Code))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [code.value for code in Code]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_result_has_its_place_its_weight_and_its_suggestion() -> None:
    (result,) = run_of(problem(severity=Severity.WARNING, suggestion="did you mean 'key'?"))["results"]
    assert result["level"] == "warning"
    assert result["message"]["text"] == "a has no key 'k' (did you mean 'key'?)"
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 10, "endLine": 3, "endColumn": 14}


def test_columns_are_characters() -> None:
    assert run_of(problem())["columnKind"] == "unicodeCodePoints"


def test_the_other_end_is_a_related_location() -> None:
    other = Related("pushed here", Place("/p/b.toml", 9, 1, 9, 2))
    (result,) = run_of(problem(related=(other,)))["results"]
    (related,) = result["relatedLocations"]
    assert related["message"]["text"] == "pushed here"
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "file:///p/b.toml"


def test_a_file_inside_the_root_is_counted_from_it(here: Path) -> None:
    run = run_of(problem(here / "folder" / "a b#1%:한.toml"))
    artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "folder/a%20b%231%25%3A%ED%95%9C.toml", "uriBaseId": "SRCROOT"}
    assert run["originalUriBaseIds"]["SRCROOT"]["uri"] == f"file://{here}/"


def test_github_counts_from_its_workspace(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(here.parent))
    artifact = run_of(problem(here / "a.toml"))["results"][0]["locations"][0]["physicalLocation"]
    assert artifact["artifactLocation"]["uri"] == f"{here.name}/a.toml"


def test_a_name_that_is_no_utf_8_has_a_uri_too(here: Path) -> None:
    (result,) = run_of(problem(here / "\udcff.toml"))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "%FF.toml"
