from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.banner import Banner
from flowdesk.gui.times import moment_text
from tests.builders import bash, plan_of
from tests.gui.sessions import begun, open_run

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.session import Session

GOOD = "[tasks.a]\nbash = 'true'\n"


@pytest.fixture
def banner(session: Session, qtbot: QtBot) -> Banner:
    made = Banner(session)
    qtbot.addWidget(made)
    return made


def open_file(session: Session, path: Path, text: str, qtbot: QtBot) -> None:
    path.write_text(text)
    with qtbot.waitSignal(session.file.checked):
        session.open(path)


def test_a_run_of_what_the_file_says_needs_no_word(
    session: Session, banner: Banner, tmp_path: Path, qtbot: QtBot
) -> None:
    open_file(session, tmp_path / "p.toml", GOOD, qtbot)
    assert session.file.plan is not None
    open_run(session, session.file.plan, begun())
    assert banner.isHidden()


def test_a_run_of_something_else_is_told_with_its_number_and_time(
    session: Session, banner: Banner, tmp_path: Path, qtbot: QtBot
) -> None:
    open_file(session, tmp_path / "p.toml", GOOD, qtbot)
    open_run(session, plan_of(bash("other")), begun())
    assert not banner.isHidden()
    assert banner.text.text() == f"This is run #1 of {moment_text(4.0)}, not the file as it is now."
    banner.button.click()
    assert banner.isHidden()
    assert session.run is None


def test_a_broken_file_is_told_of_beside_the_run(
    session: Session, banner: Banner, tmp_path: Path, qtbot: QtBot
) -> None:
    open_file(session, tmp_path / "p.toml", f"{GOOD}after = ['nobody']\n", qtbot)
    open_run(session, plan_of(bash("a")), begun())
    assert "not the file as it is now, which has 1 error." in banner.text.text()
