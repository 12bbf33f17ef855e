"""What takes part in this window, by name and version: for About, and for whoever reports a bug."""

from __future__ import annotations

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from flowdesk import __version__
from flowdesk.store.library import sqlite_version


def versions() -> list[tuple[str, str]]:
    """Names and versions, flowdesk first."""
    import platform

    return [
        ("flowdesk", __version__),
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        ("PySide6", PySide6.__version__),
        ("SQLite", sqlite_version()),
        ("System", f"{platform.platform()}, {QGuiApplication.platformName()}"),
    ]


def versions_text() -> str:
    """The same as lines of text."""
    return "\n".join(f"{name} {version}" for name, version in versions())


def issue_tracker() -> str:
    """The address where bugs are reported, if the package says one."""
    from importlib import metadata  # 20 ms, for what few ever see

    try:
        urls = metadata.metadata("flowdesk").get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        return ""
    named: dict[str, str] = dict(url.split(", ", 1) for url in urls)
    return named.get("Issues", "")
