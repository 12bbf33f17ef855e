"""What branching.toml asks: how much is missing, how it comes, and whether that is alarming."""

ON_A_BICYCLE = 10
ALARMING = 100


def count() -> int:
    """How many boxes the shop lacks."""
    return 12


def how(missing: int) -> str:
    """The task that brings them."""
    return "lorry" if missing > ON_A_BICYCLE else "bicycle"


def is_much(missing: int) -> bool:
    """Whether somebody should know."""
    return missing > ALARMING
