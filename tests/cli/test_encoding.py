from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

IN_ASCII = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
KOREAN = '[pipeline]\nname = "p"\n[tasks."전처리"]\nbash = "true"\n'
SHOW_LOG = (
    "import sys; from flowdesk.cli.border import main; sys.exit(main(['logs', '\\uc804\\ucc98\\ub9ac']))"
)


def python(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder."""
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={**os.environ, **environment},
    )


def test_a_locale_that_lacks_a_character_is_told_before_anything_runs(tmp_path: Path, home: Path) -> None:
    (tmp_path / "p.toml").write_text(KOREAN, "utf-8")
    done = python(tmp_path, "-m", "flowdesk", "run", "p.toml", **IN_ASCII)
    assert done.returncode == 1
    assert done.stderr.startswith("flowdesk: this locale's encoding (ascii) has no '\\uc804'")
    assert done.stderr.count("\n") == 1
    assert not (home / "flowdesk.db").exists()


def test_a_pipeline_that_the_locale_can_write_runs(tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text("# 한국어\n" + KOREAN.replace("전처리", "a"), "utf-8")
    assert python(tmp_path, "-m", "flowdesk", "run", "p.toml", **IN_ASCII).returncode == 0


def test_a_name_that_only_turns_up_later_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(KOREAN, "utf-8")
    assert python(tmp_path, "-m", "flowdesk", "run", "p.toml", "-q").returncode == 0
    done = python(tmp_path, "-c", SHOW_LOG, **IN_ASCII)
    assert done.returncode == 1
    assert done.stderr.startswith("flowdesk: this locale's encoding (ascii) has no '\\uc804'")
