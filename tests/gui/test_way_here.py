from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from flowdesk.gui.way_here import copy_way, way_here, why_no_way
from tests.builders import bash, plan_of
from tests.gui.sessions import begun, open_run

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.gui.session import Session

PLAN = plan_of(bash("get"))


def test_the_way_names_file_run_and_task_as_a_shell_reads_them(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "my pipeline.toml"
    session.open(path)
    assert way_here(session) == f"flowdesk open '{path}'"
    open_run(session, PLAN, begun())
    assert way_here(session, "get[3]") == f"flowdesk open '{path}' --run 1 --task 'get[3]'"


def test_it_is_copied(session: Session, tmp_path: Path) -> None:
    assert why_no_way(session) == "No file is open"
    session.open(tmp_path / "a.toml")
    copy_way(session, "get")
    assert QGuiApplication.clipboard().text() == f"flowdesk open {tmp_path / 'a.toml'} --task get"
