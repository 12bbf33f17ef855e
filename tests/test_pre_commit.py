"""The hook for pre-commit: its command takes whatever list of TOML files a commit has."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

HOOKS = Path(__file__).parent.parent / ".pre-commit-hooks.yaml"
PIPELINE = '[pipeline]\nname = "p"\n[tasks.a]\nbash = "true"\n'


def hook(folder: Path, **texts: str) -> subprocess.CompletedProcess[str]:
    """Write files and call the hook with all of them, as pre-commit does."""
    for name, text in texts.items():
        (folder / f"{name}.toml").write_text(text)
    found = re.search(r"^  entry: (.+)$", HOOKS.read_text("utf-8"), re.MULTILINE)
    assert found
    program, *arguments = shlex.split(found[1])
    assert program == "flowdesk"
    files = [f"{name}.toml" for name in texts]
    command = [sys.executable, "-m", program, *arguments, *files]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_other_toml_files_and_parts_of_pipelines_do_not_hinder_a_commit(tmp_path: Path) -> None:
    part = '[tasks.b]\nbash = "true"\nafter = "a"\n'
    done = hook(
        tmp_path, pyproject='[project]\nname = "x"\n', mise='[tasks.x]\nrun = "y"\n', part=part, p=PIPELINE
    )
    assert (done.returncode, done.stdout) == (0, "p.toml: no problems, 1 task\n")


def test_a_list_without_a_pipeline_does_not_either(tmp_path: Path) -> None:
    assert hook(tmp_path, pyproject='[project]\nname = "x"\n').returncode == 0


def test_an_error_does(tmp_path: Path) -> None:
    done = hook(tmp_path, good=PIPELINE, bad=PIPELINE.replace("bash", "bsh"))
    assert done.returncode == 2
    assert "bad.toml:4:1: error: " in done.stdout


def test_a_warning_does(tmp_path: Path) -> None:
    over = PIPELINE.replace("[tasks", 'schedule = "@daily"\nend_date = 2020-01-01\n[tasks')
    done = hook(tmp_path, over=over)
    assert done.returncode == 1
    assert "over.toml:4:12: warning: " in done.stdout


def test_only_toml_files_are_asked_for() -> None:
    text = HOOKS.read_text("utf-8")
    assert "- id: flowdesk-validate\n" in text
    assert "  types: [toml]\n" in text
