"""The assets are found in a checkout and in an installed wheel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.assets import asset, assets_beside

if TYPE_CHECKING:
    from pathlib import Path


def test_a_checkout_keeps_them_beside_the_package(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "flowdesk").mkdir()
    assert assets_beside(tmp_path / "flowdesk") == tmp_path / "assets"


def test_a_wheel_carries_them_inside_the_package(tmp_path: Path) -> None:
    (tmp_path / "flowdesk" / "assets").mkdir(parents=True)
    assert assets_beside(tmp_path / "flowdesk") == tmp_path / "flowdesk" / "assets"


def test_the_installed_package_finds_its_own() -> None:
    assert asset("icons", "flowdesk.svg").is_file()
