"""Every array comes back as it was, whole or mapped; what npy cannot hold is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.extra import numpy as npst

from flowdesk.xcom.arrays import map_array
from flowdesk.xcom.files import Files
from flowdesk.xcom.keeping import keep
from flowdesk.xcom.places import Places
from flowdesk.xcom.stored import reference
from flowdesk.xcom.types import parse
from flowdesk.xcom.values import Unstorable, decode, encode

if TYPE_CHECKING:
    from pathlib import Path

KINDS = (
    npst.scalar_dtypes()
    | npst.byte_string_dtypes()
    | npst.unicode_string_dtypes()
    | npst.array_dtypes(npst.integer_dtypes() | npst.floating_dtypes(), max_size=3)
)
ARRAYS = npst.arrays(KINDS, npst.array_shapes(min_dims=0, min_side=0, max_side=4))


@given(ARRAYS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_an_array_comes_back(tmp_path: Path, value: Any) -> None:  # noqa: ANN401 - numpy's
    text = keep(parse("array").convert(value), Files(tmp_path))
    stored = reference(text)
    assert stored is not None
    assert stored.about == {"dtype": str(value.dtype), "shape": list(value.shape)}
    for back in (decode(text, Places(tmp_path)), map_array(Files(tmp_path).path(stored))):
        assert isinstance(back, np.ndarray)
        assert back.dtype == value.dtype
        assert back.shape == value.shape
        assert back.tobytes() == value.tobytes()


def test_the_order_of_memory_and_views_come_back(tmp_path: Path) -> None:
    value = np.asfortranarray(np.arange(12).reshape(3, 4))
    back: Any = decode(keep(value, Files(tmp_path)), Places(tmp_path))
    assert back.flags.f_contiguous
    view = value[::-2, 1:]
    assert (decode(keep(view, Files(tmp_path)), Places(tmp_path)) == view).all()


def test_a_pulled_array_can_be_changed_and_a_map_cannot(tmp_path: Path) -> None:
    text = keep(np.zeros(3), Files(tmp_path))
    whole: Any = decode(text, Places(tmp_path))
    whole[0] = 1
    stored = reference(text)
    assert stored is not None
    mapped: Any = map_array(Files(tmp_path).path(stored))
    with pytest.raises(ValueError, match="read-only"):
        mapped[0] = 1


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (np.array([object()]), "an array of Python objects (dtype object) cannot be stored; give it a dtype"),
        (np.ma.array([1], mask=[True]), "a masked array would lose its mask; push its data and its mask"),
    ],
)
def test_what_npy_cannot_hold_is_refused(tmp_path: Path, value: object, sentence: str) -> None:
    with pytest.raises(Unstorable) as refused:
        keep(value, Files(tmp_path))
    assert str(refused.value) == sentence


def test_an_array_without_a_place_is_refused() -> None:
    with pytest.raises(Unstorable, match=r"numpy\.ndarray cannot be stored"):
        encode(np.zeros(1))


def test_arrays_stand_anywhere_in_a_value(tmp_path: Path) -> None:
    value = {"a": [np.zeros(2), 1], "b": (np.ones(1),)}
    text = keep(parse("dict[str, any]").convert(value), Files(tmp_path))
    back: Any = decode(text, Places(tmp_path))
    assert (back["a"][0] == [0, 0]).all()
    assert back["a"][1] == 1
    assert back["b"][0] == [1]


@pytest.mark.parametrize(
    ("value", "kind", "plain"),
    [
        (np.float64(0.5), "float", 0.5),
        (np.int8(-3), "int", -3),
        (np.bool_(1), "bool", True),
        (np.float32(2), "float", 2.0),
    ],
)
def test_a_numpy_scalar_is_the_number_it_stands_for(value: object, kind: str, plain: object) -> None:
    back = decode(encode(parse(kind).convert(value)))
    assert back == plain
    assert type(back) is type(plain)
