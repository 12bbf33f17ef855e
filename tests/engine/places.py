"""Places of a value in shell text, one within another, and what is printed if it arrives there."""

from __future__ import annotations

from typing import NamedTuple

from tests.engine.nasty import filled


class Place(NamedTuple):
    """A shell text with values in it, and what it prints."""

    script: str
    prints: str = "@"

    def within(self, other: Place) -> Place:
        """The place within another's `{}`."""
        return Place(other.script.replace("{}", self.script), other.prints.replace("{}", self.prints))

    def filled(self, text: str) -> str | None:
        """The shell text with one text in all of its places, or None where that is refused."""
        return filled(self.script, *[text] * self.script.count("@"))


PLACES = {
    "word": Place("printf %s @"),
    "after a letter": Place("printf %s x@", "x@"),
    "before a letter": Place("printf %s @x", "@x"),
    "assignment": Place('v=@; printf %s "$v"'),
    "assignment in quotes": Place('v="@"; printf %s "$v"'),
    "option": Place('set -- --x=@; printf %s "${1#--x=}"'),
    "double": Place('printf %s "@"'),
    "double between": Place('printf %s "a@b"', "a@b"),
    "double after a variable": Place('n=x; printf %s "$n@"', "x@"),
    "word after a variable": Place("n=x; printf %s $n@", "x@"),
    "single": Place("printf %s '@'"),
    "single between": Place("printf %s 'a@b'", "a@b"),
    "quotes in one word": Place("printf %s 'a'@\"b\"", "a@b"),
    "heredoc": Place("cat <<EOF\n@\nEOF\n", "@\n"),
    "heredoc after text": Place("n=x; cat <<EOF\n$n@\nEOF\n", "x@\n"),
    "heredoc near its end": Place("cat <<EOF\nEOF@EOF\nEOF\n", "EOF@EOF\n"),
    "heredoc with tabs": Place("cat <<-EOF\n\t@\n\tEOF\n", "@\n"),
    "heredoc of two": Place("{ cat; cat <&3; } <<A 3<<B\na\nA\n@\nB\n", "a\n@\n"),
    "heredoc into a pipe": Place("cat <<EOF | cat\n@\nEOF\n", "@\n"),
    "heredoc of a subshell": Place("(cat <<EOF\n@\nEOF\n)", "@\n"),
    "heredoc that joins lines": Place("cat <<EOF\na\\\n@\\\nb\nEOF\n", "a@b\n"),
    "substitution": Place('x="$(printf %s @; echo .)"; x="${x%?}"; printf %s "${x}"'),
    "substitution in double": Place('printf %s "$(printf %s "@"; printf .)"', "@."),
    "substitution twice": Place('printf %s "$(printf %s "$(printf %s @; printf .)"; printf .)"', "@.."),
    "case in a substitution": Place('printf %s "$(case a in b) ;; a) printf %s @; printf .;; esac)"', "@."),
    "subshell": Place("(printf %s @)"),
    "group": Place("{ printf %s @; }"),
    "function": Place('f() { printf %s "$1"; }; f @'),
    "default": Place('unset x; printf %s "$(printf \'%s.\' ${x:-"@"})"', "@."),
    "default in double": Place('unset x; printf %s "${x:-@}"'),
    "default in double quotes twice": Place('unset x; printf %s "${x:-"@"}"'),
    "default with double and single": Place("unset x; printf %s \"${x:-'@'}\"", "'@'"),
    "assigned default": Place('unset x; : "${x:=@}"; printf %s "$x"'),
    "case word": Place("case @ in *) printf %s @;; esac"),
    "case pattern": Place('v=@; case "$v" in @) printf %s "$v";; *) exit 3;; esac'),
    "case pattern in double": Place('v=@; case "$v" in "@") printf %s "$v";; *) exit 3;; esac'),
    "prefix": Place('v=@.; printf %s "${v%.}"'),
    "removed": Place('v=@; w="${v#"@"}"; [ -z "$w" ] && printf %s "$v"'),
    "removed pattern": Place('v=@; w="${v#@}"; [ -z "$w" ] && printf %s "$v"'),
    "removed pattern unquoted": Place('v=@; w=${v#@}; [ -z "$w" ] && printf %s "$v"'),
    "loop": Place('for v in @ ; do printf %s "$v"; done'),
    "before a comment": Place("printf %s @ # it's a comment's\n"),
    "after a comment": Place("# it's a comment\nprintf %s '@'"),
    "condition": Place("if [ x@ = x@ ]; then printf %s @; fi"),
    "continued line": Place("printf \\\n  %s \\\n  @"),
    "pipe": Place("printf %s @ | cat"),
    "environment": Place("V=@ sh -c 'printf %s \"$V\"'"),
    "argument of a shell": Place("sh -c 'printf %s \"$1\"' _ @"),
}
BASH_PLACES = {
    "ansi": Place("printf %s $'@'"),
    "ansi after an escape": Place("printf %s $'\\x4@'", "\x04@"),
    "brackets": Place('v=@; [[ $v == @ ]] && printf %s "$v"'),
    "brackets in double": Place('v=@; [[ $v == "@" && -n . ]] && printf %s "$v"'),
    "brackets of a pattern": Place('v=@; [[ x$v =~ ^(x|y)@$ ]] && printf %s "$v"'),
    "array": Place('a=(1 @ 3); printf %s "${a[1]}"'),
    "array over lines": Place('a=(1 # one\n  "@"\n); printf %s "${a[1]}"'),
    "added to an array": Place('a=(1); a+=(@); printf %s "${a[1]}"'),
    "here-string": Place("cat <<< @", "@\n"),
    "process substitution": Place("cat <(printf %s @)"),
    "replaced": Place('v=xyz; printf %s "${v/xyz/@}"'),
    "replacement of": Place('v=@; w="${v/"@"/}"; [ -z "$w" ] && printf %s "$v"'),
    "locale": Place('printf %s $"@"'),
    "case that falls through": Place("case a in (a) ;;& (@) ;; esac; printf %s @"),
    "function word": Place("function f { case a in a) printf %s @;; esac; }; f"),
    "after arithmetic": Place("(( 1 )) && printf %s @"),
    "arithmetic in double": Place('printf %s "$(( (1) ))@"', "1@"),
    "declaration": Place('declare v=@; printf %s "$v"'),
    "exported": Place('export v="@"; printf %s "$v"'),
    "heredoc in a substitution": Place('printf %s "$(cat <<EOF\n@.\nEOF\n)"', "@."),
    "heredoc with tabs in a substitution": Place('printf %s "$(cat <<-EOF\n\t@.\n\tEOF\n)"', "@."),
    "heredoc in substitutions": Place('printf %s "$(echo "$(cat <<EOF\n@.\nEOF\n)")"', "@."),
    "heredoc in a subshell in a substitution": Place('printf %s "$( (cat <<EOF\n@.\nEOF\n) )"', "@."),
    "heredoc in a process substitution": Place("cat <(cat <<EOF\n@\nEOF\n)", "@\n"),
    "heredoc in a case in a substitution": Place(
        'printf %s "$(case a in a) cat <<EOF\n@.\nEOF\n;; esac)"', "@."
    ),
    "heredoc in a heredoc": Place("cat <<A\n$(cat <<B\n@.\nB\n)\nA\n", "@.\n"),
    "heredocs in a substitution": Place('printf %s "$({ cat; cat <&3; } <<A 3<<B\n@\nA\n@.\nB\n)"', "@\n@."),
    "word in a heredoc": Place("cat <<Z\n$(printf %s @; printf .)\nZ\n", "@.\n"),
    "single in a heredoc": Place("cat <<Z\n$(printf %s '@\n.')\nZ\n", "@\n.\n"),
    "double in a heredoc": Place('cat <<Z\n$(printf %s "@\n.")\nZ\n', "@\n.\n"),
    "ansi in a heredoc": Place("cat <<Z\n$(printf %s $'@\n.')\nZ\n", "@\n.\n"),
}
DOUBTFUL = {
    "quoted": Place("cat <<'EOF'\n@\nEOF\n", "@\n"),
    "escaped": Place("cat <<\\EOF\n@\nEOF\n", "@\n"),
    "double": Place('cat <<"E F"\nE@F\nE F\n', "E@F\n"),
    "empty": Place("cat <<''\n@\n\n", "@\n"),
    "tabs": Place("cat <<-'EOF'\n\t@\n\tEOF\n", "@\n"),
    "near its end": Place("cat <<'EOF'\nEOF@EOF\nEOF\n", "EOF@EOF\n"),
    "a letter of its end": Place("cat <<EOF\nE@F\nEOF\n", "E@F\n"),
    "a letter of its end after a line": Place("cat <<EOF\nE\\\n@F\nEOF\n", "E@F\n"),
    "in a default": Place('printf %s "${u:-$(cat <<EOF\n@.\nEOF\n)}"', "@."),
    "after a comment": Place("cat <<EOF\n$(# @\necho x)\nEOF\n", "x\n"),
    "in one of tabs": Place("cat <<-Z\n\t$(printf %s '\n@\n.')\n\tZ\n", "\n@\n.\n"),
    "word in one of tabs": Place("cat <<-Z\n\t$(printf %s @; printf .)\n\tZ\n", "@.\n"),
    "quoted in one of tabs": Place("cat <<-Z\n$(cat <<'EOF'\n@.\nEOF\n)\n\tZ\n", "@.\n"),
    "quoted in one that joins lines": Place("cat <<Z\n$(cat <<'EOF'\n.@\n.\nEOF\n)\nZ\n", ".@\n.\n"),
    "after two": Place("cat <<A <<'B'\n@\nA\n@\nB\n", "@\n"),
}
"""Here-documents in which a value arrives, or is refused: also within `$(…)` and `<(…)`."""

BASH_DOUBTFUL = {
    "array in a substitution": Place('printf %s "$(a=(1 @ 3); printf %s. "${a[1]}")"', "@."),
    "double in an array in a substitution": Place('printf %s "$(a=(1 "@"); printf %s. "${a[1]}")"', "@."),
    "single in an array in a substitution": Place('printf %s "$(a=(1 \'@\'); printf %s. "${a[1]}")"', "@."),
    "ansi in an array in a substitution": Place('printf %s "$(a=(1 $\'@\'); printf %s. "${a[1]}")"', "@."),
}
"""Places only of bash in which a value arrives, or is refused."""

IN_SUBSTITUTION = Place('printf %s "$({}\nprintf .)"', "{}.")
WRAPS = (
    IN_SUBSTITUTION,
    Place("( {}\n)", "{}"),
    Place("{ {}\n}", "{}"),
    Place("case x in\n(y) ;;\nx) {}\n;; esac", "{}"),
    Place("if [[ a == a && 1 -lt 2 ]]; then # it's\n{}\nfi", "{}"),
    Place("f() { {}\n}; f", "{}"),
    Place("cat <({}\n)", "{}"),
    Place("cat <<E1\n$({}\nprintf .)\nE1\n", "{}.\n"),
    Place("cat <<-EOF1\n$({}\nprintf .)\n\tEOF1\n", "{}.\n"),
    Place('unset u; printf %s "${u:-"$({}\nprintf .)"}"', "{}."),
    Place("for i in {1..1}; do {}\ndone", "{}"),
    # Not right within the array: bash doubles some control characters of what is expanded there.
    Place('v="$({}\nprintf .)"; a=(x "$v"); printf %s "${a[1]}"', "{}."),
    Place("(( 1 + $(echo 1) )) && {}", "{}"),
)
