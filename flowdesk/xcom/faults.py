"""Why a value cannot be stored, or had: apart from what stores files, which takes long to import."""

from __future__ import annotations


class Unkept(Exception):
    """A value cannot be stored; the message is one sentence."""


class FileLost(Exception):
    """A stored file is not there, or not what it was; the message is one sentence."""
