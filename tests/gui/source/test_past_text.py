from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.feed import Feed
from flowdesk.gui.panels.problems import ProblemsPanel
from flowdesk.gui.panels.source import SourcePanel
from flowdesk.gui.session import Session
from flowdesk.gui.source_link import SourceLink
from flowdesk.store.store import Store
from tests.builders import bash, new_run, plan_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

THEN = '[pipeline]\nname = "test"\n\n[tasks.get]\nbash = "echo then"\n'
NOW = '# edited since\n\n[pipeline]\nname = "test"\n\n[tasks.get]\nbash = "echo now"\n'


@pytest.fixture
def link(qtbot: QtBot, home: Path, tmp_path: Path) -> Iterator[SourceLink]:
    """Of a file that was edited after its run."""
    file = tmp_path / "test.toml"
    file.write_text(NOW)
    plan = plan_of(bash("get", code="echo then"))
    store = Store.open(home)
    with store.transaction():
        store.create_run(new_run("r1", path=str(file), plan=plan)._replace(source=THEN), plan.tasks)
    feed = Feed(home)
    feed.start()
    session = Session(feed)
    source, problems = SourcePanel(), ProblemsPanel()
    qtbot.addWidget(source)
    qtbot.addWidget(problems)
    made = SourceLink(session, source, problems)
    session.open(file)
    qtbot.waitUntil(lambda: session.file.look is not None and session.run is not None)
    yield made
    session.close()
    store.close()


def test_an_old_run_shows_the_text_that_it_ran_and_says_so(link: SourceLink, qtbot: QtBot) -> None:
    source = link.source
    qtbot.waitUntil(lambda: source.text.toPlainText() == THEN)
    assert source.past.text.text() == "This is the file as it was in run #1."
    assert not source.past.isHidden()


def test_one_can_look_at_the_file_of_now_and_back(link: SourceLink, qtbot: QtBot) -> None:
    source = link.source
    qtbot.waitUntil(lambda: source.text.toPlainText() == THEN)
    source.past.button.click()
    assert source.text.toPlainText() == NOW
    assert "run #1 ran another text" in source.past.text.text()
    source.past.button.click()
    assert source.text.toPlainText() == THEN


def test_a_task_is_found_in_the_text_that_is_shown(link: SourceLink, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: link.source.text.toPlainText() == THEN)
    link.source.line_chosen.emit(link.source.file, 5)
    assert link._session.task == "get"


def test_without_a_run_the_file_of_now_is_shown_and_nothing_said(link: SourceLink, qtbot: QtBot) -> None:
    source = link.source
    qtbot.waitUntil(lambda: source.text.toPlainText() == THEN)
    link._session.show_file()
    assert source.text.toPlainText() == NOW
    assert source.past.isHidden()
