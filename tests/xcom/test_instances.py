"""Values of classes come back as objects of them where a task runs, and as plain data anywhere else."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest

from flowdesk.xcom.instances import ClassLost, Instance, importing
from flowdesk.xcom.preview import preview
from flowdesk.xcom.types import Mismatch, parse
from flowdesk.xcom.values import Unstorable, decode, encode, type_name
from tests.xcom import shop
from tests.xcom.shop import Colour, Item, Level, Order, Point, Right, Size

SHOP = "tests.xcom.shop"


def pushed(value: object, name: str) -> str:
    with importing():
        return encode(parse(f"{SHOP}:{name}" if ":" not in name else name).convert(value))


def pulled(text: str) -> object:
    with importing():
        return decode(text)


VALUES = [
    ("Colour", Colour.BLUE),
    ("Size", Size.LARGE),
    ("Level", Level.HIGH),
    ("Right", Right.READ | Right.WRITE),
    ("Right", Right(0)),
    ("Item", Item("tea")),
    (
        "Item",
        Item("정확도", Decimal("1.50"), Colour.BLUE, {"a"}, [Point(1, 2), {"k": (Colour.RED, Size.SMALL)}]),
    ),
    ("Point", Point(float("inf"))),
    ("Item", shop.Special("tea", discount=0.1)),
    ("Checked", shop.Checked(3)),
    ("Outer.Inner", shop.Outer.Inner(2)),
    ("Order", Order(id=2**70, items=[Item("x")], by_colour={Colour.RED: (1, 2)}, size=Size.LARGE)),
    ("Order", Order(id=1, point=Point(1, 2))),
    ("Renamed", shop.Renamed.model_validate({"innerName": 1, "extra": [1], "$strange": 2})),
    ("Names", shop.Names(["a", "b"])),
    ("Hashed", shop.Hashed(word="x")),
]


@pytest.mark.parametrize(("name", "value"), VALUES)
def test_an_object_comes_back_equal_and_of_its_class(name: str, value: object) -> None:
    back = pulled(pushed(value, name))
    assert back == value
    assert type(back) is type(value)


def test_what_was_not_set_in_a_model_is_still_not_set() -> None:
    back = pulled(pushed(Order(id=1, note=None), "Order"))
    assert isinstance(back, Order)
    assert back.model_fields_set == {"id", "note"}
    assert back.model_dump(exclude_unset=True) == {"id": 1, "note": None}


def test_validators_do_not_work_on_a_value_a_second_time() -> None:
    value = shop.Derived("text", "salt")
    back = pulled(pushed(value, "Derived"))
    assert back == value
    assert vars(back) == {"text": "text!", "length": 8}


def test_objects_within_any_type_come_back() -> None:
    value = {"a": [Item("x"), None], "b": []}
    text = pushed(value, f"dict[str, list[{SHOP}:Item | None]]")
    assert pulled(text) == value


@pytest.mark.parametrize(("name", "value"), VALUES)
def test_nobody_else_imports_the_class_and_what_is_seen_can_be_stored_again(name: str, value: object) -> None:
    text = pushed(value, name)
    plain = decode(text)
    assert isinstance(plain, Instance)
    assert plain.reference == f"{SHOP}:{type(value).__qualname__}"
    assert encode(parse(f"{SHOP}:{name}").convert(plain)) == text
    assert type_name(text) == plain.reference


def test_the_fields_are_seen() -> None:
    text = pushed(Item("tea", Decimal(2), Colour.BLUE), "Item")
    plain = decode(text)
    assert isinstance(plain, Instance)
    assert plain["name"] == "tea"
    shown = "Item(name='tea', price=Decimal('2'), colour=Colour.BLUE, tags=set(), more=None)"
    assert preview(text) == shown[:79] + "…" if len(shown) > 80 else shown


@pytest.mark.parametrize(
    ("name", "given", "value"),
    [
        ("Item", {"name": "milk", "price": 2}, Item("milk", 2)),  # type: ignore[arg-type]  # dataclasses do not look
        ("Order", {"id": "3", "size": "l"}, Order(id=3, size=Size.LARGE)),
        ("Colour", "RED", Colour.RED),
        ("Size", "l", Size.LARGE),
        ("Level", 2, Level.HIGH),
    ],
)
def test_what_a_person_or_a_shell_writes_becomes_an_object(name: str, given: object, value: object) -> None:
    assert pulled(pushed(given, name)) == value
    unseen = encode(parse(f"{SHOP}:{name}").convert(given))  # where nobody may import: held to it when pulled
    assert pulled(unseen) == value


@pytest.mark.parametrize(
    ("name", "given", "sentence"),
    [
        ("Item", {"nam": 1}, "expected Item: TypeError: "),
        ("Order", {"id": "x", "size": "xl"}, "expected Order: id: Input should be a valid integer"),
        ("Order", Item("x"), "expected Order: it: Input should be a valid dictionary or instance of Order"),
        ("Colour", "GREEN", "expected Colour: ValueError: 'GREEN' is not a valid Colour"),
        ("Item", 3, "expected Item, got int 3"),
        ("Plain", shop.Plain(), f"{SHOP}:Plain is no dataclass, pydantic model or enum"),
        (
            "Nothing",
            {},
            f"the class {SHOP}:Nothing cannot be imported here: module '{SHOP}' has no attribute",
        ),
        ("nowhere:X", {}, "the class nowhere:X cannot be imported here: No module named 'nowhere'"),
        ("subprocess:Popen", {"args": "true"}, "subprocess:Popen is no dataclass, pydantic model or enum"),
    ],
)
def test_what_does_not_fit_is_refused(name: str, given: object, sentence: str) -> None:
    with pytest.raises(Mismatch) as refused:
        pushed(given, name)
    assert str(refused.value).startswith(sentence)


def test_no_text_has_anything_called_but_such_a_class() -> None:
    with pytest.raises(ClassLost, match="subprocess:Popen is no dataclass"):
        pulled('{"$model": ["subprocess:Popen", {"args": "touch canary"}]}')


def test_a_class_that_has_changed_takes_what_it_still_can() -> None:
    text = pushed(Item("tea"), "Item").replace('"more": null', '"gone": 1')
    with pytest.raises(ClassLost, match=r"shop:Item has changed since this value was pushed: .* 'gone'"):
        pulled(text)
    older = pushed(Order(id=1), "Order").replace(', "point": null', "")
    assert pulled(older) == Order(id=1)
    with pytest.raises(ClassLost, match="has no member 'PINK' any more"):
        pulled(pushed(Colour.RED, "Colour").replace("RED", "PINK"))


def test_a_class_that_no_other_task_could_import_is_refused() -> None:
    @dataclass
    class Local(Item):
        pass

    with pytest.raises(Unstorable, match="define it at the top of a module"):
        pushed(Local("x"), "Item")


def test_an_undeclared_object_is_refused_with_the_type_to_declare() -> None:
    with pytest.raises(Unstorable) as refused:
        encode(Item("x"))
    assert str(refused.value) == (
        f'a value of type {SHOP}.Item cannot be stored; declare its key as "{SHOP}:Item"'
    )
