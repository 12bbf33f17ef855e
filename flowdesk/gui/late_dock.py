"""A dock whose panel is made once it is seen, or asked for: most windows are closed before that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDockWidget, QWidget

from flowdesk.gui.override import override

if TYPE_CHECKING:
    from collections.abc import Callable


def _now(do: Callable[[], object]) -> None:
    do()


class LateDock(QDockWidget):
    """Has an empty widget until then. `make` is called once; `later` has that done in good time."""

    def __init__(
        self,
        title: str,
        make: Callable[[], QWidget],
        parent: QWidget,
        *,
        later: Callable[[Callable[[], object]], None] = _now,
    ) -> None:
        super().__init__(title, parent)
        self._later = later
        self.is_seen = False
        self._make: Callable[[], QWidget] | None = make
        self.visibilityChanged.connect(self._on_visibility_changed)

    def _on_visibility_changed(self, is_seen: bool) -> None:  # noqa: FBT001 - a signal hands it over so
        self.is_seen = is_seen
        if is_seen and self.isVisible() and self._make is not None:
            self._later(self.widget)

    @override
    def widget(self) -> QWidget:
        """The panel, made now if it was not yet."""
        if self._make is not None:
            make, self._make = self._make, None
            self.setWidget(make())
        return super().widget()
