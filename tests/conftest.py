"""What every test gets: no screen, no store but its own."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.servers import Server

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell has its background jobs ignore Ctrl-C, and with them all that they start; tests press it.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A FLOWDESK_HOME of this test's own."""
    folder = tmp_path / "home"
    monkeypatch.setenv("FLOWDESK_HOME", str(folder))
    return folder


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Pytest-qt's, with more patience."""
    from tests.patient_bot import PatientBot

    assert qapp is not None
    return PatientBot(request)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server]:
    """A PostgreSQL server, which answers."""
    from tests.servers import Postgresql, end

    server = Postgresql()
    server.start()
    yield server
    end(server)


@pytest.fixture(scope="session")
def mysql_server() -> Iterator[Server]:
    """A MariaDB server, which answers."""
    from tests.servers import Mysql, end

    server = Mysql()
    server.start()
    yield server
    end(server)
