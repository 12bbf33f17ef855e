"""The value inspector: one value, shown as what it is, however large."""
