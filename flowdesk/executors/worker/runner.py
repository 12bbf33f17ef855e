"""The runner: takes jobs one after the other and carries them out in its main thread."""

from __future__ import annotations

import os
import select
import sys
from _thread import _count as threads_besides

from flowdesk.executors.talk import Message, Receiver, pack
from flowdesk.executors.worker import library_state, spare
from flowdesk.executors.worker.cancellation import Cancellation
from flowdesk.executors.worker.capture import Capture
from flowdesk.executors.worker.carry_out import Tell, carry_out
from flowdesk.executors.worker.core import signal
from flowdesk.executors.worker.early import import_early
from flowdesk.executors.worker.empty_file import EmptyFile
from flowdesk.executors.worker.job import Job
from flowdesk.executors.worker.note import note
from flowdesk.executors.worker.outcome import DEFAULTS, SUCCESS, failed, without
from flowdesk.executors.worker.place import Place
from flowdesk.executors.worker.process_state import ProcessState
from flowdesk.executors.worker.process_tree import adopt_orphans, end_children
from flowdesk.executors.worker.refused import Refused
from flowdesk.executors.worker.surroundings import Surroundings

TYPE_CHECKING = False
if TYPE_CHECKING:
    import socket
    from typing import NoReturn

    from flowdesk.executors.worker.log_pipes import LogPipes


def main(talk: socket.socket, pipes: LogPipes, pushes: str) -> NoReturn:
    """Carry out jobs until the executor closes the talk. `pushes`: the path for `$FLOWDESK_PUSH`.

    It ends without Python's own farewell: the warden ends it anyway once the executor is done with it.
    """
    adopt_orphans()
    capture = Capture(pipes)
    sys.breakpointhook = _no_terminal
    runner = Runner(talk, capture, Place(EmptyFile(pushes), Surroundings("/", pushes), hide=capture.tell))
    import_early(lambda: bool(select.select([talk], [], [], 0)[0]))
    jobs = Receiver(talk)
    told: Message = {}
    while (message := jobs.receive()) is not None:
        told.update(message)  # as what is as in the job before is left out
        if not runner.carry_out(Job(told)):
            break
    os._exit(0)


def _no_terminal(*_arguments: object, **_more: object) -> NoReturn:
    """Refuse a `breakpoint()`: pdb would fail on the empty stdin, and not say why."""
    raise Refused("breakpoint() needs a terminal, which a worker process has not; run it with --in-process")


class Runner:
    """Carries out jobs and tells the executor of them over `talk`."""

    def __init__(self, talk: socket.socket, capture: Capture, place: Place) -> None:
        self._talk = talk
        self._capture = capture
        self._place = place
        self._pid = os.getpid()
        self._cancellation = Cancellation()
        signal.signal(signal.SIGTERM, self._cancellation.request)
        self._state = ProcessState()
        library_state.look()
        spare.keep()
        self._send({"say": "up", "pid": self._pid})

    def carry_out(self, job: Job) -> bool:
        """Carry out one job; false if this process should not carry out another."""
        held: list[Message] = []
        try:
            self._capture.begin(job)
            try:
                tell = Tell(self._send, held.append)
                outcome = carry_out(job, self._place, self._cancellation, tell)
                is_clean = self._clean_up()
            finally:
                self._capture.end()
        except OSError as error:
            outcome, is_clean = failed(f"its log cannot be written: {error}"), False
        told = without(job.secrets, outcome)
        end = {"say": "finished", "state": told.state, "last": not is_clean, "held": held}
        if told is not SUCCESS:
            end.update((name, value) for name, value in told._asdict().items() if value != DEFAULTS.get(name))
        send = self._send if self._capture.is_written() else self._capture.leave
        send(end)
        return is_clean

    def _clean_up(self) -> bool:
        """End what the task left behind; false if it may have left something in this process too."""
        signal.setitimer(signal.ITIMER_REAL, 0)  # an alarm would ring in the next task
        is_restored = self._state.restore() and spare.has_room()
        library_state.restore()
        left = end_children()
        if left:
            note(f"ended what the task left running: {left} {'process' if left == 1 else 'processes'}")
        is_quiet = getattr(sys.stdout, "closed", True) or getattr(sys.stderr, "closed", True)
        return is_restored and not left and not is_quiet and not threads_besides()

    def _send(self, message: Message) -> None:
        if os.getpid() != self._pid:
            raise Refused("a push comes from the task's own process, not from one that it forked")
        try:
            self._talk.sendall(pack(message))
        except (BrokenPipeError, ConnectionResetError):
            os._exit(1)  # the executor is gone, and the warden about to end us
