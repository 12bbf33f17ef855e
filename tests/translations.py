"""Brings the catalogues of `assets/i18n/` up to date with the window's words: `python -m tests.translations`.

What the window says is in its code: the literals in `tr(…)`, `mark(…)`, `plural(one, many, …)`, and the text
and tip of each `Deed`. New ones are added to each catalogue as unfinished, gone ones are marked as
vanished and kept for whoever words them again, translations stay. Then `lrelease` compiles what is read
at run time. Translate in Qt Linguist, or in the file.

The words of the Korean catalogue, the same throughout:

    pipeline 파이프라인 · task 태스크 · group 그룹 · run 실행 · try 시도 · state 상태 · value 값 · key 키
    XCom XCom · push 푸시 · pull 풀 · plan 계획 · event 이벤트 · log 로그 · problem 문제 · error 오류
    warning 경고 · note 참고 · upstream 업스트림 · downstream 다운스트림 · retry 재시도
    clear 초기화 · skip 건너뜀 · cancel 취소 · interrupted 중단됨
    edited 편집됨 · mapped 매핑된 · param 매개변수

Tools say 합니다 in sentences and nouns on buttons; a reason why something cannot be done is a whole sentence.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
GUI = ROOT / "flowdesk" / "gui"
CATALOGUES = ROOT / "assets" / "i18n"
CONTEXT = "flowdesk"

_LITERALS = {"tr": (0,), "mark": (0,), "plural": (0, 1), "Deed": (0, 2)}
"""The calls that hold words, and at which places."""
_KEYWORDS = {"Deed": ("text", "tip")}


@dataclass
class Message:
    """One literal: its translation, what Linguist says of it, and the files in which it stands."""

    source: str
    translation: str = ""
    standing: str = "unfinished"  # or "" or "vanished"
    files: list[str] = field(default_factory=list)


def words_of(file: Path) -> Iterator[str]:
    """Every literal of a file that is to be translated, in its order.

    A deed's text may be put together of words that are translated already; elsewhere an f-string raises
    ValueError.
    """
    calls = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        name = called(call)
        given = [call.args[place] for place in _LITERALS.get(name, ()) if place < len(call.args)]
        given += [word.value for word in call.keywords if word.arg in _KEYWORDS.get(name, ())]
        for value in given:
            if isinstance(value, ast.JoinedStr) and name != "Deed":
                where = f"{file}:{value.lineno}"
                raise ValueError(f"{where}: an f-string is in no catalogue")
            if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                yield value.value


def called(call: ast.Call) -> str:
    """The plain name of what is called: "setText" of label.setText(…), "Deed" of Deed[…](…)."""
    target = call.func.value if isinstance(call.func, ast.Subscript) else call.func
    return target.id if isinstance(target, ast.Name) else getattr(target, "attr", "")


def words() -> dict[str, list[str]]:
    """Every literal of the window, with the files in which it stands."""
    found: dict[str, list[str]] = {}
    for file in sorted(GUI.rglob("*.py")):
        name = file.relative_to(ROOT).as_posix()
        for word in words_of(file):
            files = found.setdefault(word, [])
            files += [name] if name not in files else []
    return found


def catalogue(file: Path) -> dict[str, Message]:
    """The messages of a catalogue by their sources; none where there is no file yet."""
    if not file.exists():
        return {}
    found: dict[str, Message] = {}
    for node in ET.parse(file).getroot().iter("message"):  # noqa: S314 - a file of ours
        said = node.find("translation")
        text, standing = (said.text or "", said.get("type", "")) if said is not None else ("", "unfinished")
        places = [place.get("filename", "") for place in node.findall("location")]
        source = node.findtext("source", "")
        found[source] = Message(source, text, standing, places)
    return found


def brought_up_to_date(old: dict[str, Message], found: dict[str, list[str]]) -> list[Message]:
    """The messages of a catalogue after the code has changed."""
    messages = []
    for source, files in found.items():
        before = old.get(source, Message(source))
        standing = "" if before.translation and before.standing != "unfinished" else "unfinished"
        messages.append(Message(source, before.translation, standing, files))
    gone = [message for source, message in old.items() if source not in found and message.translation]
    return messages + [Message(message.source, message.translation, "vanished") for message in gone]


def write(file: Path, language: str, messages: list[Message]) -> None:
    """Write a catalogue as Qt Linguist does."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for message in messages:
        node = ET.SubElement(context, "message")
        for place in message.files:
            ET.SubElement(node, "location", filename=place)
        ET.SubElement(node, "source").text = message.source
        attributes = {"type": message.standing} if message.standing else {}
        ET.SubElement(node, "translation", attributes).text = message.translation
    ET.indent(root, "    ")
    text = ET.tostring(root, encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    file.write_text(head + text + "\n", encoding="utf-8")


def placeholders(text: str) -> list[str]:
    """The `{names}` of a text, sorted, without how they are to be formatted."""
    return sorted(re.findall(r"\{(\w+)[^{}]*\}", text))


def compile_catalogue(file: Path) -> None:
    """Make the `.qm` beside a `.ts`."""
    import PySide6

    lrelease = Path(PySide6.__file__).parent / "lrelease"
    target = file.with_suffix(".qm")
    subprocess.run([lrelease, "-silent", file, "-qm", target], check=True)


def main() -> None:
    """Bring every catalogue up to date and say what is left to do."""
    found = words()
    for file in sorted(CATALOGUES.glob("*.ts")):
        messages = brought_up_to_date(catalogue(file), found)
        write(file, file.stem.partition("_")[2], messages)
        compile_catalogue(file)
        left = [message.source for message in messages if message.standing == "unfinished"]
        print(f"{file.name}: {len(found)} texts, {len(left)} to translate")  # noqa: T201 - what it is run for
        if left and "--list" in sys.argv:
            print("\n".join(map(repr, left)))  # noqa: T201 - what was asked for


if __name__ == "__main__":
    main()
