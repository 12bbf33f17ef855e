from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from flowdesk.store.exchange.carrying import Carrier
from flowdesk.store.exchange.packing import Packer
from flowdesk.xcom.files import Files
from flowdesk.xcom.keeping import keep
from flowdesk.xcom.places import Places
from flowdesk.xcom.stored import reference
from flowdesk.xcom.values import encode

if TYPE_CHECKING:
    from pathlib import Path


def test_small_values_stay_as_they_are(tmp_path: Path) -> None:
    carrier = Carrier(Packer(BytesIO()), Places(tmp_path))
    text = encode({"$": "stored", "x": (1, 2.50)})
    assert carrier.carried(text) == text


def test_a_value_is_packed_once_and_says_no_place(tmp_path: Path) -> None:
    out = BytesIO()
    packer = Packer(out)
    text = keep("x" * 100_000, Files(tmp_path / "far", at=str(tmp_path / "far")))
    carrier = Carrier(packer, Places(tmp_path))
    once, twice = carrier.carried(text), carrier.carried(text)
    packer.finish(["run"])
    stored = reference(once)
    assert once == twice
    assert stored is not None
    assert stored.at is None
    with ZipFile(out) as archive:
        assert archive.namelist() == [f"values/{stored.sha256}", "manifest.json"]
