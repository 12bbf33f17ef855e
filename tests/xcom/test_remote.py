"""Stored files lie wherever fsspec has a word for, and where sending one fails, nothing of it is there."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import fsspec
import pytest
from fsspec.implementations.local import LocalFileSystem

from flowdesk.executors.local import Local
from flowdesk.xcom.files import FileLost, Unkept
from flowdesk.xcom.keeping import keep
from flowdesk.xcom.places import Places, files_at
from flowdesk.xcom.stored import Stored, reference
from flowdesk.xcom.values import Unstorable, decode
from tests.engine.written import Folder

if TYPE_CHECKING:
    from collections.abc import Iterator


class Breaking(LocalFileSystem):  # type: ignore[misc]  # fsspec has no types
    """A folder whose connection breaks off in the middle of a file."""

    protocol = "breaking"

    def put_file(self, lpath: str, rpath: str, *_: Any, **__: Any) -> None:  # noqa: ANN401 - fsspec's
        data = Path(lpath).read_bytes()
        Path(self._strip_protocol(rpath)).write_bytes(data[: len(data) // 2])
        raise OSError("the connection was lost")


class Shortening(Breaking):
    """A folder that takes half of a file and says nothing."""

    protocol = "shortening"

    def put_file(self, *arguments: Any, **more: Any) -> None:  # noqa: ANN401 - fsspec's
        with suppress(OSError):
            super().put_file(*arguments, **more)


@pytest.fixture(scope="module", autouse=True)
def _protocols() -> None:
    fsspec.register_implementation("breaking", Breaking, clobber=True)
    fsspec.register_implementation("shortening", Shortening, clobber=True)


def everything(root: Path) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


def whole(text: str) -> Stored:
    found = reference(text)
    assert found is not None
    return found


def test_a_value_lies_at_its_url_and_is_found_by_its_reference(tmp_path: Path) -> None:
    url = f"local://{tmp_path}/remote"
    text = keep(list(range(50_000)), files_at(tmp_path / "home", url))
    stored = whole(text)
    assert stored.at == url
    assert everything(tmp_path / "remote") == [f"{stored.sha256[:2]}/{stored.sha256[2:]}"]
    assert everything(tmp_path / "home") == []
    places = Places(tmp_path / "home")
    assert decode(text, places) == list(range(50_000))
    assert places.verify(stored) is None
    assert places.path(stored).read_bytes() == places.read(stored)
    assert keep(list(range(50_000)), files_at(tmp_path / "home", url)) == text


@pytest.mark.parametrize(
    ("scheme", "reason"),
    [("breaking", "the connection was lost"), ("shortening", "only 35,000 of 70,000 bytes have arrived")],
)
def test_where_sending_breaks_off_nothing_is_there(tmp_path: Path, scheme: str, reason: str) -> None:
    url = f"{scheme}://{tmp_path}/remote"
    with pytest.raises(Unstorable) as refused:
        keep("x" * 70_000, files_at(tmp_path / "home", url))
    assert str(refused.value) == f"the value cannot be stored in {url}: {reason}"
    assert everything(tmp_path / "remote") == []
    assert everything(tmp_path / "home") == []


def test_what_is_gone_there_is_told(tmp_path: Path) -> None:
    url = f"local://{tmp_path}/remote"
    stored = whole(keep("x" * 70_000, files_at(tmp_path / "home", url)))
    (tmp_path / "remote" / stored.sha256[:2] / stored.sha256[2:]).unlink()
    for look in (Places(tmp_path / "home").open, Places(tmp_path / "home").path):
        with pytest.raises(FileLost, match=f"cannot be fetched from {url}"):
            look(stored)
    assert everything(tmp_path / "home") == []


def test_a_url_that_fsspec_does_not_know_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unkept, match=r"values cannot be kept at nothing://x: .*install flowdesk\[remote\]"):
        files_at(tmp_path, "nothing://x")


def test_what_nothing_names_is_swept_there(tmp_path: Path) -> None:
    files = files_at(tmp_path / "home", f"local://{tmp_path}/remote")
    kept, lost = keep("x" * 70_000, files), keep("y" * 80_000, files)
    assert files.sweep([kept]) == (0, 0)
    assert files.sweep([kept], before=float("inf")) == (1, 80_000)
    assert Places(tmp_path).read(whole(kept))
    with pytest.raises(FileLost):
        Places(tmp_path).open(whole(lost))


class Cut:
    """Stands before a server, and cuts every connection once `after` bytes have been sent to it."""

    def __init__(self, port: int, after: int) -> None:
        self._port, self._left = port, after
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def close(self) -> None:
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._socket.accept()
                with client, socket.create_connection(("127.0.0.1", self._port)) as server:
                    back = threading.Thread(target=self._copy, args=(server, client))
                    back.start()
                    self._copy(client, server, counts=True)
                    with suppress(OSError):
                        server.shutdown(socket.SHUT_RDWR)
                    back.join()

    def _copy(self, source: socket.socket, target: socket.socket, *, counts: bool = False) -> None:
        with suppress(OSError):
            while data := source.recv(1 << 16):
                self._left -= len(data) if counts else 0
                if self._left < 0:
                    client = source if counts else target
                    client.shutdown(socket.SHUT_RDWR)
                    return
                target.sendall(data)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@pytest.fixture(scope="module")
def object_store() -> Iterator[int]:
    pytest.importorskip("moto.server", reason="moto is not installed")
    pytest.importorskip("s3fs", reason="s3fs is not installed")
    port = free_port()
    command = [sys.executable, "-W", "ignore", "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            while server.poll() is None:
                with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                    break
            yield port
        finally:
            server.terminate()


@pytest.fixture
def bucket(object_store: int, monkeypatch: pytest.MonkeyPatch) -> str:
    for name, value in (("ACCESS_KEY_ID", "x"), ("SECRET_ACCESS_KEY", "x"), ("DEFAULT_REGION", "us-east-1")):
        monkeypatch.setenv(f"AWS_{name}", value)
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{object_store}")
    name = f"bucket-{os.urandom(4).hex()}"
    in_bucket(f"system.mkdir('{name}')")
    return name


def in_bucket(code: str) -> str:
    """What this prints in a process of its own: s3fs keeps threads and sockets."""
    whole_code = f"import s3fs; system = s3fs.S3FileSystem(); {code}"
    command = [sys.executable, "-W", "ignore", "-c", whole_code]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=60).stdout


PIPELINE = """
    [store]
    values = "s3://{bucket}/runs"
    [tasks.make]
    python = "work:make"
    push = {{ rows = "list", data = "file" }}
    [tasks.use]
    python = "work:use"
    pull = {{ rows = "make:rows", data = "make:data", stream = "make:data" }}
    returns = "list"
"""
CODE = """
    from pathlib import Path
    from typing import BinaryIO

    def make():
        Path("data.bin").write_bytes(bytes(9_000_000))
        return {"rows": list(range(50_000)), "data": "data.bin"}

    def use(rows, data, stream: BinaryIO):
        return [sum(rows), data.name, data.stat().st_size, len(stream.read())]
"""


@pytest.fixture
def world(home: Path, tmp_path: Path) -> Iterator[Folder]:
    (tmp_path / "here").mkdir()
    with closing(Local()) as executor:
        yield Folder(home, tmp_path / "here", executor)


def test_a_run_keeps_its_large_values_on_an_object_store(world: Folder, bucket: str, home: Path) -> None:
    ran = world.run(PIPELINE.format(bucket=bucket), CODE)
    assert ran.reasons == {"make": None, "use": None}
    assert ran.values["use"]["return_value"] == [1249975000, "data.bin", 9_000_000, 9_000_000]
    stored = ran.values["make"]["data"]
    assert isinstance(stored, Stored)
    assert stored.at == f"s3://{bucket}/runs"
    path = f"{bucket}/runs/{stored.sha256[:2]}/{stored.sha256[2:]}"
    assert in_bucket(f"print(system.info('{path}')['size'])") == "9000000\n"
    assert [path for path in everything(home / "values") if not path.startswith(".")] == []


def test_a_connection_that_is_cut_fails_the_try_and_leaves_nothing(
    world: Folder, bucket: str, object_store: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Cut(object_store, 1_000_000)) as cut:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{cut.port}")
        monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
        ran = world.run(PIPELINE.format(bucket=bucket), CODE)
    assert ran.states["make"] == "failed"
    assert f"the value cannot be stored in s3://{bucket}/runs: " in (ran.reasons["make"] or "")
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{object_store}")
    sizes = in_bucket(f"print([info['size'] for info in system.find('{bucket}', detail=True).values()])")
    assert "9000000" not in sizes
    assert sizes in ("[]\n", "[338890]\n")


def test_no_password_of_a_url_is_told(tmp_path: Path) -> None:
    files = files_at(tmp_path, "breaking://me:hunter2@host/values")
    for wrong in (
        lambda: files.open(Stored("0" * 64, 5, "bytes")),
        lambda: files_at(tmp_path, "nothing-such://me:hunter2@host"),
    ):
        with pytest.raises((FileLost, Unkept)) as told:
            wrong()
        assert "***@host" in str(told.value)
        assert "hunter2" not in str(told.value)


def test_the_memory_of_a_process_is_no_place_for_values(tmp_path: Path) -> None:
    with pytest.raises(Unkept, match="gone with the process"):
        files_at(tmp_path, "memory://values")
