"""The loop of one run: plan, store and executor brought together."""
