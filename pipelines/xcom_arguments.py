"""The callables of xcom_arguments.toml: plain functions, which know nothing of flowdesk."""

import random
import time


def training_model():
    """Pretend to train a model, and return how accurate it is."""
    time.sleep(random.uniform(0.2, 1.0))
    accuracy = random.uniform(0.1, 10.0)
    print(f"accuracy {accuracy:.4f}")
    return accuracy


def choose_best_model(accuracies):
    """Return the best of the accuracies, and which one it is (the first is 0)."""
    print(f"accuracies: {accuracies}")
    best = max(range(len(accuracies)), key=accuracies.__getitem__)
    return {"best": accuracies[best], "position": best}
