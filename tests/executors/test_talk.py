"""Messages over a socket: whole, in order, however the bytes arrive."""

from __future__ import annotations

import socket

from flowdesk.executors.channel import Channel
from flowdesk.executors.talk import Inbox, Message, pack, receive

MESSAGES = [{"say": "안녕"}, {"say": "x" * 300_000}, {"say": "\udcff"}]


def test_messages_come_out_whole_of_any_pieces() -> None:
    inbox = Inbox()
    found = []
    for byte in b"".join(pack({"n": n}) for n in range(3)):
        inbox.feed(bytes([byte]))
        while (message := inbox.take()) is not None:
            found.append(message)
    assert found == [{"n": 0}, {"n": 1}, {"n": 2}]


def test_a_channel_never_blocks_and_loses_nothing() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        channel = Channel(ours)
        for message in MESSAGES:
            channel.send(message)
        assert channel.has_unsent
        found: list[Message] = []
        theirs.setblocking(False)  # noqa: FBT003 - the socket module takes it by position
        reader = Channel(theirs)
        while len(found) < len(MESSAGES):
            found += reader.receive()
            channel.flush()
        assert found == MESSAGES
        assert not channel.has_unsent


def test_a_closed_end_gives_what_was_said_before_and_then_nothing() -> None:
    ours, theirs = socket.socketpair()
    with ours:
        theirs.sendall(pack({"say": "last"}))
        theirs.close()
        channel = Channel(ours)
        assert channel.receive() == [{"say": "last"}]
        channel.receive()
        assert not channel.is_open
        channel.send({"say": "in vain"})
        assert not channel.has_unsent


def test_a_receiver_is_told_of_the_end_by_none() -> None:
    ours, theirs = socket.socketpair()
    with ours:
        theirs.sendall(pack({"say": "cut"})[:-1])
        theirs.close()
        assert receive(ours) is None
