"""Values in shell text: each arrives as data, byte for byte, in every place that real shells know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.engine.shell_quoting import HOLE, Unquotable, Value, quote_into
from tests.engine.nasty import CANARY, STRINGS, filled, run_all

if TYPE_CHECKING:
    from pathlib import Path

PLACES = {
    "word": "printf %s @",
    "after a letter": "printf %s x@ | tail -c +2",
    "before a letter": "printf %s @x | head -c -1",
    "assignment": 'v=@; printf %s "$v"',
    "assignment in quotes": 'v="@"; printf %s "$v"',
    "option": 'set -- --x=@; printf %s "${1#--x=}"',
    "double": 'printf %s "@"',
    "double between": 'printf %s "a@b" | head -c -1 | tail -c +2',
    "double after a variable": 'n=x; printf %s "$n@" | tail -c +2',
    "word after a variable": "n=x; printf %s $n@ | tail -c +2",
    "single": "printf %s '@'",
    "single between": "printf %s 'a@b' | head -c -1 | tail -c +2",
    "quotes in one word": """printf %s 'a'@"b" | head -c -1 | tail -c +2""",
    "heredoc": "cat <<EOF | head -c -1\n@\nEOF\n",
    "heredoc after text": "n=x; cat <<EOF | head -c -1 | tail -c +2\n$n@\nEOF\n",
    "heredoc near its end": "cat <<EOF | head -c -4 | tail -c +4\nEOF@EOF\nEOF\n",
    "heredoc with tabs": "cat <<-EOF | head -c -1\n\t@\n\tEOF\n",
    "heredoc of two": "{ cat; cat <&3; } <<A 3<<B | head -c -1 | tail -c +3\na\nA\n@\nB\n",
    "substitution": 'x="$(printf %s @; echo .)"; x="${x%?}"; printf %s "${x}"',
    "substitution in double": 'printf %s "$(printf %s "@"; printf .)" | head -c -1',
    "substitution twice": 'printf %s "$(printf %s "$(printf %s @; printf .)")" | head -c -1',
    "case in a substitution": 'printf %s "$(case a in b) ;; a) printf %s @; printf .;; esac)" | head -c -1',
    "subshell": "(printf %s @)",
    "group": "{ printf %s @; }",
    "function": 'f() { printf %s "$1"; }; f @',
    "default": 'unset x; printf %s "$(printf \'%s.\' ${x:-"@"})" | head -c -1',
    "default in double": 'unset x; printf %s "${x:-@}"',
    "default in double quotes twice": 'unset x; printf %s "${x:-"@"}"',
    "default with double and single": "unset x; printf %s \"${x:-'@'}\" | head -c -1 | tail -c +2",
    "assigned default": 'unset x; : "${x:=@}"; printf %s "$x"',
    "case word": "case @ in *) printf %s @;; esac",
    "case pattern": 'v=@; case "$v" in @) printf %s "$v";; *) exit 3;; esac',
    "case pattern in double": 'v=@; case "$v" in "@") printf %s "$v";; *) exit 3;; esac',
    "prefix": 'v=@.; printf %s. "${v%.}" | head -c -1',
    "removed": 'v=@; w="${v#"@"}"; [ -z "$w" ] && printf %s "$v"',
    "removed pattern": 'v=@; w="${v#@}"; [ -z "$w" ] && printf %s "$v"',
    "removed pattern unquoted": 'v=@; w=${v#@}; [ -z "$w" ] && printf %s "$v"',
    "loop": 'for v in @ ; do printf %s "$v"; done',
    "before a comment": "printf %s @ # it's a comment's\n",
    "after a comment": "# it's a comment\nprintf %s '@'",
    "condition": "if [ x@ = x@ ]; then printf %s @; fi",
    "continued line": "printf \\\n  %s \\\n  @",
    "pipe": "printf %s @ | cat",
    "environment": "V=@ sh -c 'printf %s \"$V\"'",
    "argument of a shell": "sh -c 'printf %s \"$1\"' _ @",
}
BASH_PLACES = {
    "ansi": "printf %s $'@'",
    "ansi after an escape": "printf %s $'\\x4@' | tail -c +2",
    "brackets": 'v=@; [[ $v == @ ]] && printf %s "$v"',
    "brackets in double": 'v=@; [[ $v == "@" && -n . ]] && printf %s "$v"',
    "brackets of a pattern": 'v=@; [[ x$v =~ ^(x|y)@$ ]] && printf %s "$v"',
    "array": 'a=(1 @ 3); printf %s "${a[1]}"',
    "array over lines": 'a=(1 # one\n  "@"\n); printf %s "${a[1]}"',
    "added to an array": 'a=(1); a+=(@); printf %s "${a[1]}"',
    "here-string": "cat <<< @ | head -c -1",
    "process substitution": "cat <(printf %s @)",
    "replaced": 'v=xyz; printf %s "${v/xyz/@}"',
    "replacement of": 'v=@; w="${v/"@"/}"; [ -z "$w" ] && printf %s "$v"',
    "locale": 'printf %s $"@"',
    "case that falls through": "case a in (a) ;;& (@) ;; esac; printf %s @",
    "function word": "function f { case a in a) printf %s @;; esac; }; f",
    "after arithmetic": "(( 1 )) && printf %s @",
    "arithmetic in double": 'printf %s "$(( (1) ))@" | tail -c +2',
    "declaration": 'declare v=@; printf %s "$v"',
    "exported": 'export v="@"; printf %s "$v"',
    "heredoc in a substitution": 'x="$(cat <<EOF\n@.\nEOF\n)"; printf %s "${x%?}"',
}
DASH = "/bin/dash"


def arrives(folder: Path, place: str, shell: str) -> None:
    count = place.count("@")
    scripts = {f"s{n}": filled(place, *[text] * count) for n, text in enumerate(STRINGS)}
    refused = [n for n, script in scripts.items() if script is None]
    assert not refused, [STRINGS[int(n[1:])] for n in refused]
    found = run_all(folder, {n: script for n, script in scripts.items() if script is not None}, shell)
    assert not (folder / CANARY).exists()
    assert {n: found[n] for n in found} == {f"s{n}": text.encode() for n, text in enumerate(STRINGS)}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_a_value_is_data_for_sh(place: str, tmp_path: Path) -> None:
    arrives(tmp_path, place, DASH)


@pytest.mark.parametrize("place", [*PLACES.values(), *BASH_PLACES.values()], ids=[*PLACES, *BASH_PLACES])
def test_a_value_is_data_for_bash(place: str, tmp_path: Path) -> None:
    arrives(tmp_path, place, "/bin/bash")


def test_a_value_that_needs_no_quotes_has_none() -> None:
    assert filled("cp @ /data/@/x; seq @ {1..@}", "a.csv", "2026-01-02", "5", "5") == (
        "cp a.csv /data/2026-01-02/x; seq 5 {1..5}"
    )


@pytest.mark.parametrize("text", ["if", "a=b", "~", "*", "", "x y"])
def test_a_word_that_would_mean_more_than_itself_has_quotes(text: str) -> None:
    assert filled("echo @", text) == f"echo '{text}'"


def test_a_number_before_a_redirection_is_no_file_descriptor() -> None:
    assert filled("echo @>file", "2") == "echo '2'>file"


COMPUTED = ["$((@ + 1))", "(( x = @ ))", "${x:@}", "${x[@]}", "x[@]=1", "$[@]", "let x=@", 'let "x = @"']
COMPUTED += ["[[ @ -eq 1 ]]", '[[ "@" -lt 1 && a == b ]]', "for ((i = 0; i < @; i++)); do :; done"]
COMPUTED += ['x["@"]=1', "x=([@]=1)", "[[ -v @ ]]", "unset x[@]"]


@pytest.mark.parametrize("place", COMPUTED)
def test_where_the_shell_computes_only_a_number_may_stand(place: str) -> None:
    assert filled(place, "5") == place.replace("@", "5")
    for text in ("a", "a[$(touch canary)]", "08", "1.5", "", " 5", "5\n", "1+1", "٣"):
        assert filled(place, text) is None, text


def test_a_negative_number_is_computed_with() -> None:
    assert filled("${x:@}$((2-@))", "-5", "-5") == "${x:(-5)}$((2-(-5)))"


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("echo `echo @`", "backticks"),
        ('echo "`echo @`"', "backticks"),
        ("echo \\@", "a backslash"),
        ('echo "\\@"', "a backslash"),
        ("cat <<EOF\n\\@\nEOF\n", "a backslash"),
        ("echo $@", r"a '\$'"),
        ('echo "$@"', r"a '\$'"),
        ("echo ${@}", "name of a variable"),
        ("echo ${x@}", "name of a variable"),
        ("cat <<@\nEOF\n", "the word that ends"),
        ("cat <<EOF\n@\n", "not closed"),
        ("x=$(cat <<EOF\n@\nEOF)", "not closed"),
        ("echo '@", "not closed"),
        ('echo "@', "not closed"),
        ("echo $(echo @", "not closed"),
        ("echo $((echo @); echo)", "a space between"),
        ("((echo @); echo)", "a space between"),
        ("eval @", "run it as code"),
        ('eval "echo @"', "run it as code"),
        ("trap 'echo @' EXIT", "run it as code"),
        ("bash -c 'echo @'", "run it as code"),
        ('/bin/sh -ec "echo @"', "run it as code"),
        ("declare @=5", "name of a variable"),
    ],
)
def test_where_no_quotes_help_a_value_is_refused(place: str, reason: str) -> None:
    with pytest.raises(Unquotable, match=reason):
        quote_into(place.replace("@", HOLE), [Value("a")])


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("# @\n", "a\ntouch canary"),
        ("cat <<'EOF'\n@\nEOF\n", "a\nEOF\ntouch canary"),
        ("cat <<'EOF'\nE@F\nEOF\n", "O"),
        ("cat <<-'EOF'\n\t@\n\tEOF\n", "a\n\tb"),
        ("x=$(cat <<'EOF'\n@\nEOF\n)", "a\nEOF); touch canary; : $("),
        ("x=\"$( (cat <<'EOF'\nEOF@\nEOF\n))\"", "); touch canary; : $("),
        ("cat <(cat <<EOF\nEOF@\nEOF\n)", "<(touch canary)"),
        ("cat <<EOF\nEO\\\n@\nEOF\n", "F\ntouch canary"),
        ("cat <<EOF\n${x:-@}\nEOF\n", "}"),
        ("echo @", "a\0b"),
    ],
)
def test_what_no_quotes_can_hold_is_refused(place: str, text: str) -> None:
    assert filled(place, text) is None
    assert filled(place, "5") is not None


def test_a_quoted_heredoc_holds_a_value_as_it_is() -> None:
    assert filled("cat <<'EOF'\n@\nEOF\n", '$(a) `b` \\ "') == "cat <<'EOF'\n$(a) `b` \\ \"\nEOF\n"


def test_a_text_without_values_is_left_alone_however_broken() -> None:
    assert quote_into("echo 'never closed", []) == "echo 'never closed"


def test_what_is_not_known_yet_is_shown_as_it_is() -> None:
    assert quote_into(f"echo {HOLE} $(({HOLE}))", [Value("<a>", unknown=True)] * 2) == "echo <a> $((<a>))"
