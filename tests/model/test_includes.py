"""What a file includes is put together with its own, and what is wrong is told where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.model.reader import read

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.model.document import Document


def read_files(folder: Path, **texts: str) -> Document:
    """Write files and read p.toml; two underscores in a name are a folder."""
    for name, text in texts.items():
        path = folder / f"{name.replace('__', '/')}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return read(folder / "p.toml")


def told(folder: Path, **texts: str) -> list[str]:
    """The problems as "FD101 p.toml:1:2 sentence", with paths counted from the folder."""
    document = read_files(folder, **texts)
    return [f"{p.code} {p.place}: {p.message}".replace(f"{folder}/", "") for p in document.problems]


def test_included_tasks_groups_and_pools_come_first_in_the_lists_order(tmp_path: Path) -> None:
    document = read_files(
        tmp_path,
        p="include = ['x.toml', 'sub/y.toml']\n[tasks.p]\n[groups.g]\n[pools]\np = 1",
        x="[tasks.x]\n[pools]\nx = { slots = 2, description = 'd' }",
        sub__y="include = 'z.toml'\n[tasks.y]\n[groups.h]\nlabel = 'H'",
        sub__z="[tasks.'h.z']",
    )
    assert document.problems == []
    said = document.pipeline
    assert said is not None
    assert list(said.tasks) == ["x", "h.z", "y", "p"]
    assert {name: pool.slots for name, pool in said.pools.items()} == {"x": 2, "p": 1}
    assert list(said.groups) == ["h", "g"]


def test_a_file_may_have_no_tasks_but_those_it_includes(tmp_path: Path) -> None:
    assert told(tmp_path, p="include = ['x.toml']", x="[tasks.x]") == []


def test_a_file_included_from_two_sides_is_read_once(tmp_path: Path) -> None:
    texts = {"p": "include = ['x.toml', 'y.toml', './x.toml']", "z": "[tasks.z]"}
    texts |= {"x": "include = 'z.toml'", "y": "include = 'z.toml'"}
    assert told(tmp_path, **texts) == []


def test_a_circle_is_told_as_a_path(tmp_path: Path) -> None:
    texts = {"p": "include = 'x.toml'\n[tasks.p]", "x": "include = ['y.toml']", "y": "include = ['x.toml']"}
    assert told(tmp_path, **texts) == [
        "FD303 y.toml:1:12: files include one another in a circle: x.toml → y.toml → x.toml"
    ]
    assert told(tmp_path, p="include = ['p.toml']\n[tasks.p]") == [
        "FD303 p.toml:1:12: files include one another in a circle: p.toml → p.toml"
    ]


def test_the_same_id_in_two_files_is_told_with_both_places(tmp_path: Path) -> None:
    document = read_files(
        tmp_path, p="include = 'x.toml'\n[tasks.a]\n[pools]\ng = 1", x="[pools]\ng = 1\n[tasks.a]"
    )
    found = [(p.code, str(p.place), str(p.related[0].place)) for p in document.problems]
    assert found == [
        ("FD213", f"{tmp_path}/p.toml:2:8", f"{tmp_path}/x.toml:3:8"),
        ("FD213", f"{tmp_path}/p.toml:4:1", f"{tmp_path}/x.toml:2:1"),
    ]


def test_what_is_wrong_in_an_included_file_is_told_there(tmp_path: Path) -> None:
    assert told(
        tmp_path,
        p="include = ['x.toml']\n[tasks.p]\nretries = -1",
        x="[pipeline]\n[tasks.x]\nbash = 1\n[tasks.y]\npython = 'nix:f'",
    ) == [
        "FD104 p.toml:3:11: 'retries' must be at least 0",
        "FD214 x.toml:1:2: 'pipeline' has no meaning in an included file, which adds tasks, groups and pools",
        "FD102 x.toml:3:8: 'bash' must be a string, not a whole number",
        "FD601 x.toml:5:10: there is no module 'nix' beside the pipeline file, nor an installed one",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("tasks = 1", "FD102 x.toml:1:9: 'tasks' must be a table, not a whole number"),
        ("include = 1", "FD102 x.toml:1:11: 'include' must be a list of strings, not a whole number"),
        ("include = [1]", "FD102 x.toml:1:12: each item of 'include' must be a string, not a whole number"),
        ("[tasks", "FD006 x.toml:1:7: this table's header is not closed"),
        ("", "FD005 x.toml:1:1: the file is empty"),
    ],
)
def test_an_included_file_of_a_wrong_form_is_told(tmp_path: Path, text: str, problem: str) -> None:
    assert told(tmp_path, p="include = ['x.toml']\n[tasks.p]", x=text) == [problem]


def test_a_missing_file_is_told_where_it_is_named_with_the_nearest_one(tmp_path: Path) -> None:
    (tmp_path / "cleaning.toml").write_text("[tasks.c]")
    document = read_files(tmp_path, p="include = ['cleanig.toml']")
    (problem,) = document.problems
    assert (problem.code, problem.place.line, problem.place.column) == ("FD212", 1, 12)
    assert problem.suggestion == "did you mean 'cleaning.toml'?"
    assert document.pipeline is None


@pytest.mark.parametrize("include", ["1", "[1]", "{}", "['']", "['\\u0000']", "'.'"])
def test_any_include_is_read_or_told(tmp_path: Path, include: str) -> None:
    assert read_files(tmp_path, p=f"include = {include}\n[tasks.p]").problems


def test_a_long_chain_of_includes_is_told_and_not_followed_for_ever(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"x{number}.toml").write_text(f"include = 'x{number + 1}.toml'\n[tasks.x{number}]")
    document = read_files(tmp_path, p="include = 'x0.toml'")
    assert [problem.code for problem in document.problems] == ["FD007"]
