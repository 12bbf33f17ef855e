from __future__ import annotations

import pytest

from flowdesk.gui.source.toml_words import BEGINNING, Word, words_of


def coloured(*lines: str) -> list[list[tuple[str, Word]]]:
    """The words of each of some lines that follow each other."""
    found, state = [], BEGINNING
    for line in lines:
        words, state = words_of(line, state)
        found.append([(line[word.start : word.end], word.word) for word in words])
    return found


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("[tasks.a] # one", [("[tasks.a]", Word.TABLE), ("# one", Word.COMMENT)]),
        ('  [[tasks."a]b".c]]', [('[[tasks."a]b".c]]', Word.TABLE)]),
        ('bash = "a # b"', [("bash", Word.KEY), ('"a # b"', Word.STRING)]),
        ("a.'b c' = 'x'", [("a", Word.KEY), ("'b c'", Word.KEY), ("'x'", Word.STRING)]),
        ('"d".e = 1', [('"d"', Word.KEY), ("e", Word.KEY), ("1", Word.NUMBER)]),
        ("n = -1_000.5e3", [("n", Word.KEY), ("-1_000.5e3", Word.NUMBER)]),
        ("n = 0xFF", [("n", Word.KEY), ("0xFF", Word.NUMBER)]),
        ("n = inf", [("n", Word.KEY), ("inf", Word.NUMBER)]),
        ("d = 2020-01-01T10:00:00+09:00", [("d", Word.KEY), ("2020-01-01T10:00:00+09:00", Word.DATE)]),
        ("t = 07:32:00", [("t", Word.KEY), ("07:32:00", Word.DATE)]),
        ("b = true", [("b", Word.KEY), ("true", Word.BOOLEAN)]),
        ("p = { a = 1 }", [("p", Word.KEY), ("a", Word.KEY), ("1", Word.NUMBER)]),
        ("p = { 'b' = [2] }", [("p", Word.KEY), ("'b'", Word.KEY), ("2", Word.NUMBER)]),
        ("3 = 4", [("3", Word.KEY), ("4", Word.NUMBER)]),
        ('s = "not closed', [("s", Word.KEY), ('"not closed', Word.STRING)]),
        ("", []),
    ],
)  # fmt: skip
def test_words_of_one_line(line: str, words: list[tuple[str, Word]]) -> None:
    assert coloured(line) == [words]


def test_a_text_of_several_lines_is_one_string() -> None:
    shown = coloured('a = """x = 1', '[no table] \\""" still', 'end""" # c', "b = 1")
    assert shown[1] == [('[no table] \\""" still', Word.STRING)]
    assert shown[2] == [('end"""', Word.STRING), ("# c", Word.COMMENT)]
    assert shown[3][0] == ("b", Word.KEY)


def test_a_quote_in_the_other_kind_of_text_does_not_end_it() -> None:
    assert coloured("a = '''", '"""', "'''", "b = 1")[3][0] == ("b", Word.KEY)


def test_a_list_over_several_lines_holds_no_tables() -> None:
    shown = coloured("a = [", '  ["x"],', "  [1, 2]", "]", "[tasks]")
    assert shown[1] == [('"x"', Word.STRING)]
    assert [word for _, word in shown[2]] == [Word.NUMBER, Word.NUMBER]
    assert shown[4] == [("[tasks]", Word.TABLE)]


def test_after_a_list_that_was_never_closed_the_next_table_is_one_again() -> None:
    assert coloured("a = [1,", "[tasks.b]", "c = 1")[1] == [("[tasks.b]", Word.TABLE)]


@pytest.mark.parametrize("line", ["]]}}", '"' * 7, "'''" * 3, "[[[[", "= = =", "\\", "\x00\ufffe", "#" * 9])
def test_what_is_no_toml_has_words_all_the_same(line: str) -> None:
    words, state = words_of(line, 5)
    assert all(0 <= word.start < word.end <= len(line) for word in words)
    assert state >= 0
