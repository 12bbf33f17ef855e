"""Warden and runner read whole words from the memory that they share, whenever either looks."""

from __future__ import annotations

import os

from flowdesk.executors.worker.slate import Slate

ROUNDS = 3000


def test_what_is_told_is_read() -> None:
    slate = Slate()
    slate.tell("/logs/한국.log", ["one"])
    assert slate.read() == (1, "/logs/한국.log", ["one"])
    slate.tell("/b", [])
    assert slate.read() == (2, "/b", [])
    slate.clear()
    assert slate.number == 0


def test_nothing_is_read_half_while_it_is_told_anew() -> None:
    slate = Slate()
    slate.tell("/log", ["s" * 9])
    child = os.fork()
    if child == 0:
        for count in range(ROUNDS):
            slate.tell("/log", ["s" * 9] * (count % 7 + 1))
        os._exit(0)
    ended = 0
    while not ended:
        path, secrets = slate.read()[1:]
        assert path == "/log"
        assert set(secrets) == {"s" * 9}
        ended, _ = os.waitpid(child, os.WNOHANG)
