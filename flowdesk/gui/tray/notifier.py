"""The ways to put a message onto the desktop, and which of them there is here.

A tray icon comes with one. Where there is no tray (GNOME has none) the desktop's portal takes messages
over D-Bus: `org.freedesktop.portal.Notification`. Its older sister `org.freedesktop.Notifications`
wants an unsigned number, which PySide6 cannot send.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtDBus import QDBusMessage

SERVICE = "org.freedesktop.portal.Desktop"
OBJECT = "/org/freedesktop/portal/desktop"
INTERFACE = "org.freedesktop.portal.Notification"
PLATFORMS = {"xcb", "wayland"}
SHOWN_FOR = 10_000  # milliseconds, where the desktop lets us say so


class Notifier(Protocol):
    """Puts messages onto the desktop."""

    def show(self, title: str, text: str, clicked: Callable[[], None]) -> None:
        """Show a message; `clicked` is called if the user clicks it."""


class TrayNotifier(QObject):
    """By the tray's icon. A click is always on the last message."""

    def __init__(self, icon: QSystemTrayIcon) -> None:
        super().__init__(icon)
        self._icon = icon
        self._clicked: Callable[[], None] | None = None
        icon.messageClicked.connect(self._on_icon_message_clicked)

    def show(self, title: str, text: str, clicked: Callable[[], None]) -> None:
        """As Notifier has it."""
        self._clicked = clicked
        self._icon.showMessage(title, text, self._icon.icon(), SHOWN_FOR)

    def _on_icon_message_clicked(self) -> None:
        if self._clicked:
            self._clicked()


class PortalNotifier(QObject):
    """By the desktop's portal, over D-Bus, without waiting for an answer."""

    def __init__(self, parent: QObject) -> None:
        from PySide6.QtDBus import QDBusConnection

        super().__init__(parent)
        self._bus = QDBusConnection.sessionBus()
        self._clicked: dict[str, Callable[[], None]] = {}
        slot: Any = SLOT("_on_action_invoked(QDBusMessage)")  # a str, whatever its stub says of it
        self._bus.connect(SERVICE, OBJECT, INTERFACE, "ActionInvoked", self, slot)

    @property
    def is_there(self) -> bool:
        """Whether the desktop has a portal."""
        services = self._bus.interface() if self._bus.isConnected() else None
        return services is not None and bool(services.isServiceRegistered(SERVICE).value())

    def show(self, title: str, text: str, clicked: Callable[[], None]) -> None:
        """As Notifier has it."""
        from PySide6 import QtDBus

        name = f"flowdesk-{os.getpid()}-{len(self._clicked)}"
        self._clicked[name] = clicked
        message = QtDBus.QDBusMessage.createMethodCall(SERVICE, OBJECT, INTERFACE, "AddNotification")
        message.setArguments([name, {"title": title, "body": text, "default-action": "show"}])
        self._bus.send(message)

    @Slot("QDBusMessage")
    def _on_action_invoked(self, message: QDBusMessage) -> None:
        name = str(message.arguments()[0])
        if clicked := self._clicked.get(name):
            clicked()


def found_notifier(icon: QSystemTrayIcon | None, parent: QObject) -> Notifier | None:
    """The way that there is on this desktop; None where there is none."""
    if icon is not None and QSystemTrayIcon.supportsMessages():
        return TrayNotifier(icon)
    if QGuiApplication.platformName() not in PLATFORMS or not _has_bus():
        return None
    portal = PortalNotifier(parent)
    return portal if portal.is_there else None


def _has_bus() -> bool:
    """Whether there is a session bus; asked without one, D-Bus would try to start it."""
    socket = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"), "bus")
    return "DBUS_SESSION_BUS_ADDRESS" in os.environ or socket.exists()
