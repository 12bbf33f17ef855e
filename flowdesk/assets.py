"""Where the files lie that are no code: icons, style sheets, schema, examples.

In a checkout (and so in an editable install) they lie in `assets/` beside the package; the wheel
carries the same folder inside the package. Whoever needs one asks here, so no other module knows.
"""

from __future__ import annotations

from pathlib import Path


def assets_beside(package: Path) -> Path:
    """The assets folder of the package at `package`: inside it where there is one, else beside it."""
    inside = package / "assets"
    return inside if inside.is_dir() else package.parent / "assets"


def asset(*parts: str) -> Path:
    """The path of one file, e.g. `asset("icons", "run.svg")`. It need not exist."""
    return assets_beside(Path(__file__).resolve().parent).joinpath(*parts)
