from __future__ import annotations

import hashlib
import json
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from flowdesk.store.exchange.packing import Packer


def test_the_manifest_has_the_size_and_hash_of_each_file() -> None:
    out = BytesIO()
    packer = Packer(out)
    packer.add_rows("a.jsonl", [{"한": 1}, {"b": None}])
    with packer.file("v", deflate=False) as file:
        file.write(b"12")
        file.write(b"3")
    packer.finish(["run"])
    with ZipFile(out) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        assert manifest["format"] == "flowdesk run"
        assert manifest["runs"] == ["run"]
        assert manifest["files"]["v"] == {"size": 3, "sha256": hashlib.sha256(b"123").hexdigest()}
        assert [json.loads(line) for line in archive.read("a.jsonl").splitlines()] == [{"한": 1}, {"b": None}]
        kinds = {info.filename: info.compress_type for info in archive.infolist()}
        assert (kinds["a.jsonl"], kinds["v"]) == (ZIP_DEFLATED, ZIP_STORED)
