"""Values that would do harm if a shell took them for code, pulled by a real run into a real shell."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.engine.nasty import CANARY, STRINGS
from tests.journeys.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

FEWEST = 50
PIPELINE = """\
[tasks.give]
python = "gift:strings"
returns = "list[str]"

[tasks.take]
bash = '''
here=taken/$FLOWDESK_MAP_INDEX
printf '%s' {{ pull.text }} > $here.bare
printf '%s' "{{ pull.text }}" > $here.quoted
printf '%s' "$text" > $here.variable
'''
expand.text = "give"
"""
CODE = """\
import json
from pathlib import Path

def strings():
    return json.loads(Path("strings.json").read_text())
"""


def test_nasty_values_are_data_in_a_shell_byte_for_byte_and_never_code(tmp_path: Path) -> None:
    assert len(STRINGS) >= FEWEST
    with Terminal(tmp_path / "work") as terminal:
        terminal.write("p.toml", PIPELINE)
        terminal.write("gift.py", CODE)
        terminal.write("strings.json", json.dumps(STRINGS))
        (terminal.folder / "taken").mkdir()
        told = terminal.run("run", "p.toml", "--quiet")
        assert told.code == 0, told.out + told.err
        for form in ("bare", "quoted", "variable"):
            files = (terminal.folder / "taken" / f"{index}.{form}" for index in range(len(STRINGS)))
            assert [file.read_bytes().decode() for file in files] == list(STRINGS), form
        assert list(tmp_path.rglob(CANARY)) == []
