"""Values as people read them in a line: in short, and what was pushed where somebody edited it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.xcom.preview import preview

if TYPE_CHECKING:
    from flowdesk.store.rows import ValueRow


def in_use(row: ValueRow) -> str:
    """Return the value that is in use: "0.9 (edited, pushed 0.5)"."""
    text = preview(row.value)
    return f"{text} (edited, pushed {preview(row.edit.original)})" if row.edit else text
