from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.checked_file import CheckedFile
from flowdesk.store.plan_cache import PlanCache

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.plan.plan import Plan

GOOD = '[tasks.a]\nbash = "true"\n'
BAD = '[tasks.a]\nbash = "true"\nafter = ["nobody"]\n[tasks.b]\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "p.toml"


@pytest.fixture
def file(qapp: object) -> Iterator[CheckedFile]:
    assert qapp
    made = CheckedFile()
    yield made
    made.close()


def open_file(file: CheckedFile, path: Path, text: str, qtbot: QtBot) -> None:
    path.write_text(text)
    with qtbot.waitSignal(file.checked):
        file.open(path)


def test_while_a_file_is_broken_its_last_good_plan_stays(file: CheckedFile, path: Path, qtbot: QtBot) -> None:
    open_file(file, path, GOOD, qtbot)
    assert (file.is_stale, file.why_not_run()) == (False, "")
    good = file.plan
    with qtbot.waitSignal(file.checked) as told:
        path.write_text(BAD)
    assert told.args == [True]
    assert file.plan is good
    assert (file.is_stale, file.why_not_run()) == (True, "The file has 1 error")
    with qtbot.waitSignal(file.checked):
        path.write_text(GOOD)
    assert not file.is_stale


def test_of_a_file_broken_from_the_start_what_can_be_drawn_is(
    file: CheckedFile, path: Path, qtbot: QtBot
) -> None:
    open_file(file, path, BAD, qtbot)
    assert file.plan is not None
    assert set(file.plan.tasks) == {"a", "b"}
    assert not file.is_stale


def test_the_first_look_is_no_edit_and_neither_is_a_comment(
    file: CheckedFile, path: Path, qtbot: QtBot
) -> None:
    path.write_text(GOOD)
    with qtbot.waitSignal(file.checked) as told:
        file.open(path)
    assert told.args == [False]
    with qtbot.waitSignal(file.checked) as told:
        path.write_text("# as before\n" + GOOD)
    assert told.args == [False]


def test_a_python_module_beside_the_file_is_watched_too(file: CheckedFile, path: Path, qtbot: QtBot) -> None:
    open_file(file, path, '[tasks.a]\npython = "work:go"\n', qtbot)
    assert file.errors == 1
    with qtbot.waitSignal(file.checked):
        path.with_name("work.py").write_text("def go(): ...\n")
    assert file.errors == 0


def test_a_file_opened_while_another_is_looked_at_is_the_one_that_counts(
    file: CheckedFile, path: Path, qtbot: QtBot
) -> None:
    other = path.with_name("other.toml")
    path.write_text(BAD)
    other.write_text(GOOD)
    file.open(path)
    with qtbot.waitSignal(file.checked):
        file.open(other)
    assert (file.path, file.errors) == (other, 0)


def keep_plan(path: Path, home: Path, qtbot: QtBot) -> Plan | None:
    """Check a good file there, as an earlier window did; gives its plan once it is kept."""
    path.write_text(GOOD)
    first = CheckedFile(home=home)
    with qtbot.waitSignal(first.checked):
        first.open(path)
    qtbot.waitUntil(lambda: PlanCache(home).find(path) is not None)
    first.close()
    return first.plan


def test_what_an_earlier_check_came_to_is_shown_until_the_file_was_looked_at(
    path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    first_plan = keep_plan(path, tmp_path, qtbot)
    second = CheckedFile(home=tmp_path)
    with qtbot.waitSignal(second.checked):
        second.open(path)
    assert second.look is None
    assert second.plan == first_plan
    assert second.why_not_run() == "The file is being checked"
    shown = second.plan
    with qtbot.waitSignal(second.checked):
        pass
    assert second.why_not_run() == ""
    assert second.plan is shown
    second.close()


def test_of_a_file_that_was_changed_since_nothing_is_shown_before_the_look(
    path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    keep_plan(path, tmp_path, qtbot)
    second = CheckedFile(home=tmp_path)
    path.write_text(BAD)
    with qtbot.waitSignal(second.checked):
        second.open(path)
    assert second.look is not None
    assert second.errors == 1
    second.close()
