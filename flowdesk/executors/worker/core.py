"""What `signal` and `socket` are built on, without what these two add.

They make enums of all their constants, which takes 3 ms of each worker's start, and what a worker needs of
them is the same in both.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    import socket
else:
    import _signal as signal
    import _socket as socket

__all__ = ["signal", "socket"]
