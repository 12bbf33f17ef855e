"""A desktop's portal of the tests' own, for the program that it starts: prints messages and clicks them."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QProcess
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant, QDBusVirtualObject

from flowdesk.gui.tray.notifier import INTERFACE, OBJECT, SERVICE


class Portal(QDBusVirtualObject):
    """Answers for the object of the portal."""

    def introspect(self, _path: str) -> str:
        """Nothing is described."""
        return ""

    def handleMessage(self, message: QDBusMessage, bus: QDBusConnection) -> bool:  # noqa: N802 - Qt's name
        """Take one message."""
        if message.member() != "AddNotification":
            return False
        bus.send(message.createReply())
        name = message.arguments()[0]
        sys.stdout.write(f"{message.signature()} {name}\n")
        sys.stdout.flush()
        click = QDBusMessage.createSignal(OBJECT, INTERFACE, "ActionInvoked")
        click.setArguments([name, "default", [QDBusVariant("")]])
        bus.send(click)
        return True


if __name__ == "__main__":
    app = QCoreApplication([])
    session = QDBusConnection.sessionBus()
    portal = Portal()
    session.registerVirtualObject(OBJECT, portal)
    session.registerService(SERVICE)
    client = QProcess()
    client.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedChannels)
    client.finished.connect(app.quit)
    client.start(sys.executable, ["-c", sys.argv[1]])
    app.exec()
