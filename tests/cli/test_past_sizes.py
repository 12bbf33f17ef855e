from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.cli.past_sizes import seen_in_runs
from flowdesk.plan.airflow_traits import Trait
from flowdesk.plan.portability import Seen
from flowdesk.xcom.values import encode
from tests.cli.conftest import begin, carry_out

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from flowdesk.store.store import Store
    from tests.cli.conftest import Told

FILE = Path("/pipelines/a.toml")


def test_the_largest_of_all_runs_counts_and_each_trait(store: Store) -> None:
    for number, text in enumerate(("x", "x" * 100, "\0"), 1):
        with store.transaction():
            begin(store, f"run_{number}", "train")
            carry_out(store, f"run_{number}", "train", 1, text=text)
    assert seen_in_runs(FILE) == {("train", "text"): Seen(102, 2, {Trait.NUL: 3})}


def test_of_a_secret_nothing_is_told(store: Store) -> None:
    with store.transaction():
        begin(store, "run", "train")
        carry_out(store, "run", "train")
        store.push_value("run", "train", 1, key="hidden", value=encode("x"), secret=True)
    assert seen_in_runs(FILE) == {}


def test_without_any_run_nothing_was_seen(home: Path) -> None:
    assert not home.exists()
    assert seen_in_runs(FILE) == {}


def test_validate_warns_of_what_past_runs_pushed(
    flowdesk: Callable[..., Told], store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "p.toml"
    file.write_text('[tasks.train]\nbash = "true"\npush.loss = "float"\n')
    with store.transaction():
        begin(store, "run", "train", path=str(file))
        carry_out(store, "run", "train", 1, loss=float("nan"))
    told = flowdesk("validate", "p.toml", "--target", "airflow-postgresql")
    assert told.code == 0
    assert "'loss' of 'train' was or held NaN or an infinity in run 1" in told.out + told.err
    assert flowdesk("validate", "p.toml", "--target", "airflow-mysql", "--strict").code == 1
    assert flowdesk("validate", "p.toml", "--strict").code == 0
