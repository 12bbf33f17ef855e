"""A module that nobody finished."""


def train(
    return 0.5
