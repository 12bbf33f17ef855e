"""The callables of xcom.toml, written as Airflow users write them: they push and pull through `ti`."""

import random
import time


def training_model(ti):
    """Pretend to train a model, and push how accurate it is."""
    time.sleep(random.uniform(0.2, 1.0))
    accuracy = random.uniform(0.1, 10.0)
    print(f"{ti.task_id}: accuracy {accuracy:.4f}")

    # `xcom.toml` declares this key as a float. Push another key, or a text, and this very line fails.
    ti.xcom_push(key="model_accuracy", value=accuracy)


def choose_best_model(ti):
    """Pull the three accuracies, in the order of the ids, and push the best of them."""
    models = [
        "processing_tasks.training_model_a",
        "processing_tasks.training_model_b",
        "processing_tasks.training_model_c",
    ]
    # A list of ids gives a list of values. In Airflow a misspelt id gives a silent None here; flowdesk
    # hands over what the file declares, and anything else is an error that shows the line to add.
    accuracies = ti.xcom_pull(key="model_accuracy", task_ids=models)
    print(f"accuracies: {accuracies}")

    best = max(range(len(models)), key=accuracies.__getitem__)
    print(f"best: {models[best]}")
    ti.xcom_push(key="best", value={models[best]: accuracies[best]})
