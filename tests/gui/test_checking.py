from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.checking import look_at

if TYPE_CHECKING:
    from pathlib import Path

PULLS_A_TYPO = """\
[tasks.a]
bash = "true"
push = { score = "float" }

[tasks.b]
bash = "true"
pull.score = "a:scor"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "p.toml"
    path.write_text(text)
    return path


def test_a_problem_belongs_to_the_task_in_which_it_stands(tmp_path: Path) -> None:
    look = look_at(written(tmp_path, PULLS_A_TYPO))
    assert look.errors
    assert set(look.by_task) >= {"b"}


def test_a_line_belongs_to_its_task_and_the_task_tells_its_lines(tmp_path: Path) -> None:
    path = written(tmp_path, PULLS_A_TYPO)
    look = look_at(path)
    assert look.task_at(str(path), 7) == "b"
    assert look.task_at(str(tmp_path / "other.toml"), 7) is None
    assert look.lines_of("b") == (str(path), range(5, 8))
    assert not look.lines_of("nobody")[1]


def test_lines_of_an_included_file_belong_to_its_tasks(tmp_path: Path) -> None:
    (tmp_path / "more.toml").write_text('\n[tasks.c]\nbash = "true"\n')
    path = written(tmp_path, 'include = ["more.toml"]\n[tasks.a]\nbash = "true"\nafter = ["c"]\n')
    look = look_at(path)
    assert look.task_at(str(tmp_path / "more.toml"), 3) == "c"
    assert look.lines_of("c") == (str(tmp_path / "more.toml"), range(2, 4))
    assert set(look.texts) == {str(path), str(tmp_path / "more.toml")}
    assert tmp_path / "more.toml" in look.watched


def test_the_modules_that_tasks_name_are_watched_and_so_are_those_beside(tmp_path: Path) -> None:
    (tmp_path / "work.py").write_text("def go(): ...")
    (tmp_path / "models.py").write_text("")
    look = look_at(written(tmp_path, '[tasks.a]\npython = "work:go"\n'))
    assert {tmp_path, tmp_path / "p.toml", tmp_path / "work.py", tmp_path / "models.py"} <= look.watched


def test_a_file_that_is_not_there_has_a_problem_and_is_watched(tmp_path: Path) -> None:
    look = look_at(tmp_path / "none.toml")
    assert look.plan is None
    assert look.errors == 1
    assert tmp_path / "none.toml" in look.watched
