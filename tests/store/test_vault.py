from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from flowdesk.store.errors import SecretKeyWrong, SecretUnreadable
from flowdesk.store.store import Store
from flowdesk.store.vault import Vault
from tests.builders import start_run
from tests.store.another_process import start_python
from tests.store.raw import asked

if TYPE_CHECKING:
    from pathlib import Path

TOLD = "hush-hush-🤫"
SEALER = """
import sys
from pathlib import Path
from flowdesk.store.vault import Vault
print(Vault(Path(sys.argv[1])).seal(sys.argv[2]))
"""


@pytest.fixture(autouse=True)
def made_home(home: Path) -> Path:
    home.mkdir()
    return home


def push_secret(store: Store) -> None:
    start_run(store)
    with store.transaction():
        store.start_try("run_1", "a", 1, log="a.log")
        store.push_value("run_1", "a", 1, key="token", value=f'"{TOLD}"', secret=True)


def test_what_is_sealed_is_unsealed_by_another_with_the_same_home(home: Path) -> None:
    sealed = Vault(home).seal(TOLD)
    assert TOLD not in sealed
    assert Vault(home).unseal(sealed) == TOLD


def test_the_key_is_for_its_user_only_and_stays(home: Path) -> None:
    Vault(home).seal("a")
    key = (home / "secret.key").read_bytes()
    Vault(home).seal("b")
    assert (home / "secret.key").read_bytes() == key
    assert stat.S_IMODE((home / "secret.key").stat().st_mode) == 0o600
    assert [file.name for file in home.iterdir()] == ["secret.key"]


def test_processes_that_make_the_key_at_the_same_moment_use_one(home: Path) -> None:
    sealers = [start_python(SEALER, str(home), TOLD) for _ in range(4)]
    sealed = [sealer.communicate()[0].strip() for sealer in sealers]
    assert [Vault(home).unseal(text) for text in sealed] == [TOLD] * 4


def test_the_environment_gives_the_key(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLOWDESK_SECRET_KEY", "A" * 43 + "=")
    assert Vault(home).unseal(Vault(home).seal(TOLD)) == TOLD
    assert not (home / "secret.key").exists()


def test_a_key_that_is_none_comes_with_a_way_to_make_one(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLOWDESK_SECRET_KEY", "swordfish")
    with pytest.raises(SecretKeyWrong, match=r"\$FLOWDESK_SECRET_KEY is no key.*openssl") as wrong:
        Vault(home).seal(TOLD)
    assert "swordfish" not in str(wrong.value)


def test_another_key_or_none_is_told(home: Path) -> None:
    sealed = Vault(home).seal(TOLD)
    (home / "secret.key").unlink()
    with pytest.raises(SecretUnreadable, match=r"its key .*secret\.key is gone"):
        Vault(home).unseal(sealed)
    Vault(home).seal("another")
    with pytest.raises(SecretUnreadable, match="another key than that in"):
        Vault(home).unseal(sealed)


def test_a_secret_is_in_no_file_of_the_store_and_no_answer_but_the_engines(
    home: Path, url: str | None
) -> None:
    with Store.open(home, url=url) as store:
        push_secret(store)
        (value,) = store.values("run_1")
        assert (value.value, value.secret, value.type) == ('"***"', True, "str")
        assert store.history("/pipelines/test.toml", "a", "token")[0].value == '"***"'
        assert store.events("run_1")[-1].data == {"key": "token", "type": "str", "size": 0, "preview": "***"}
        assert [row.value for row in store.values_to_use("run_1")] == [f'"{TOLD}"']
        files = [file for file in home.rglob("*") if file.is_file()]
        kept = str(asked(store, "SELECT * FROM xcoms") + asked(store, "SELECT * FROM events"))
        assert "token" in kept
        assert "hush-hush" not in kept
        assert not [file for file in files if b"hush-hush" in file.read_bytes()]


def test_who_keeps_no_secret_does_not_pay_for_cryptography(home: Path) -> None:
    code = """
import sys
from pathlib import Path
from flowdesk.store.store import Store
from tests.builders import finish_run
with Store.open(Path(sys.argv[1])) as store:
    finish_run(store)
    store.values_to_use("run_1")
print("cryptography" in sys.modules)
"""
    assert start_python(code, str(home)).communicate() == ("False\n", "")
    assert not (home / "secret.key").exists()


def test_who_may_not_write_can_use_a_secret(home: Path, url: str | None) -> None:
    with Store.open(home, url=url) as store:
        push_secret(store)
        with Store.open(home, url=url, read_only=True) as reader:
            assert reader.values_to_use("run_1")[0].value == f'"{TOLD}"'
