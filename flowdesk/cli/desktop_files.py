"""What a desktop wants to know of flowdesk: an entry for its menu, and the icon in all sizes.

The names and places are those of freedesktop.org: the entry in `applications/`, the icons in the theme
`hicolor`, both below one folder of data (the user's, or the system's). No type of file is claimed: a
pipeline is a `.toml` like any other, and whoever claims TOML opens every Cargo.toml from then on.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from flowdesk.assets import asset

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
SYSTEM = Path("/usr/local/share")

_ENTRY = """[Desktop Entry]
Type=Application
Version=1.0
Name=flowdesk
GenericName=Data Pipelines
GenericName[ko]=데이터 파이프라인
Comment=Check, run and look into data pipelines
Comment[ko]=데이터 파이프라인을 검사하고 실행하고 들여다봅니다
TryExec={program}
Exec={command} %F
Icon=flowdesk
Terminal=false
StartupNotify=true
StartupWMClass=flowdesk
Categories=Development;
Keywords=pipeline;airflow;dag;xcom;data;
Keywords[ko]=파이프라인;데이터;실행;
"""


def user_folder() -> Path:
    """The folder of the user's own data."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def files(folder: Path) -> dict[Path, bytes]:
    """Every file that a desktop is to find below `folder`, and what is to be in it."""
    icons = folder / "icons" / "hicolor"
    wanted = {folder / "applications" / "flowdesk.desktop": entry().encode()}
    wanted[icons / "scalable" / "apps" / "flowdesk.svg"] = asset("desktop", "flowdesk.svg").read_bytes()
    for size in SIZES:
        picture = asset("desktop", f"flowdesk-{size}.png").read_bytes()
        wanted[icons / f"{size}x{size}" / "apps" / "flowdesk.png"] = picture
    return wanted


def entry() -> str:
    """The desktop entry of this installation of flowdesk."""
    words = _command()
    return _ENTRY.format(program=words[0].replace("\\", "\\\\"), command=" ".join(map(_quoted, words)))


def _command() -> list[str]:
    """How this flowdesk opens its window: by the program beside its Python, or by that Python itself."""
    beside = Path(sys.executable).parent / "flowdesk-desktop"
    if found := shutil.which(str(beside)):
        return [found]
    return [sys.executable, "-P", "-m", "flowdesk", "open"]


def _quoted(word: str) -> str:
    """A word of a command as the specification of desktop entries has it, which quotes twice over."""
    escaped = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in word)
    whole = f'"{escaped}"' if escaped != word or set(word) & set(" \t\n'<>~|&;*?#()") else word
    return whole.replace("\\", "\\\\").replace("%", "%%")
