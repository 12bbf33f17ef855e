from __future__ import annotations

import json

import pytest

from flowdesk.engine.masks import Masks
from flowdesk.executors.worker.masker import Masker, masked


def through(secrets: list[str], *pieces: bytes) -> bytes:
    masker = Masker(secrets)
    return b"".join([*map(masker.feed, pieces), masker.rest()])


def test_what_is_no_secret_is_left_as_it_is() -> None:
    assert through([], b"\xffabc") == b"\xffabc"
    assert through(["", "token"], b"\xffabc") == b"\xffabc"


def test_a_secret_that_comes_byte_by_byte_is_masked() -> None:
    assert through(["geheim!"], *(bytes([one]) for one in b"a geheim! b geh ein")) == b"a *** b geh ein"


def test_only_the_begin_of_a_secret_is_held_back() -> None:
    masker = Masker(["geheim"])
    assert masker.feed(b"line\nge") == b"line\n"
    assert masker.holds
    assert masker.feed(b"ld\n") == b"geld\n"
    assert not masker.holds


def test_of_two_secrets_the_longer_one_is_masked() -> None:
    assert through(["pass", "password1"], b"password1 pass") == b"*** ***"
    assert through(["pass", "password1"], b"passw", b"ord1") == b"***"


def test_a_secret_of_several_lines_is_masked_as_a_whole_and_by_lines() -> None:
    key = "-----BEGIN KEY-----\nMIIEvQIBADANBg\n-----END KEY-----\n"
    assert through([key], b"key:\n", key[:30].encode(), key[30:].encode(), b"end") == b"key:\n***end"
    assert through([key], b"    MIIEvQIBADANBg\n") == b"    ***\n"


@pytest.mark.parametrize("secret", ['a"b\\c', "비밀번호", "tab\there", "it's"])
def test_a_secret_is_masked_as_json_and_python_write_it(secret: str) -> None:
    assert masked(f"{json.dumps(secret)} {secret!r}", [secret])[1:-1].replace('" ', "' ").count("***") == 2


def test_a_secret_that_overlaps_itself_is_masked() -> None:
    assert through(["abab"], b"-abab", b"-ababab-", b"aba", b"b-") == b"-***-***ab-***-"


def test_a_reason_is_masked() -> None:
    assert masked("ValueError: bad token 12345 값", ["12345"]) == "ValueError: bad token *** 값"


def test_what_a_shell_quotes_as_it_traces_is_masked() -> None:
    assert masked("+ curl 'it'\\''s me' \"a\\$b c\"", ["it's me", "a$b c"]) == "+ curl '***' \"***\""


def test_logs_and_what_flowdesk_says_are_masked_by_one_rule() -> None:
    secret = "first line\n  four \nabc"  # noqa: S105 - it is made up
    for text in ("first line", "four", "abc", secret, repr(secret)):
        assert masked(text, [secret]) == Masks([secret]).mask(text)
