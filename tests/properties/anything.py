"""Functions that take whatever they are given, for pipelines that nobody runs."""


def call(**arguments: object) -> object:
    """Take anything, give it back."""
    return arguments
