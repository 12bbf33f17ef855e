"""What is shown when flowdesk itself is at fault: the traceback, the versions and where to report both."""

from __future__ import annotations

import platform
import traceback
from importlib import metadata

SHIPPED_WITH = ("click", "pydantic", "rich", "PySide6-Essentials")


def report(error: BaseException) -> str:
    """Return the text to show for an error that is nobody's fault but ours."""
    trace = "".join(traceback.format_exception(error))
    return (
        f"{trace}\n"
        f"flowdesk: this is a bug in flowdesk, not in your pipeline. "
        f"Please report it{_address()}, with everything above and this line:\n"
        f"  {versions()}\n"
    )


def versions() -> str:
    """Return one line with the versions of everything that takes part."""
    parts = [f"flowdesk {_version('flowdesk')}", f"Python {platform.python_version()}", platform.platform()]
    return ", ".join([*parts, *(f"{name} {_version(name)}" for name in SHIPPED_WITH)])


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "(not installed)"


def _address() -> str:
    """Return " at <the issue tracker>", if the package says where that is."""
    try:
        urls = metadata.metadata("flowdesk").get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        return ""
    named = dict(url.split(", ", 1) for url in urls)
    return f" at {named['Issues']}" if "Issues" in named else ""
