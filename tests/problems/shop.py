"""Functions that the wrong pipelines beside this file name, as their users would write them."""


def download():
    return 1000


def train(rows):
    return rows / 2000


def train_alone():
    return 0.5


def choose(accuracies):
    return max(accuracies)


def report(best, title="The best"):
    print(title, best)


def which_way():
    return "train_small"


def is_there_news():
    return True


def by_position(rows, /):
    print(rows)


def takes_text(accuracy: str):
    print(accuracy)


def returns_text() -> str:
    return "0.5"


async def fetch():
    return 1


def push_misspelt(ti):
    ti.xcom_push(key="acuracy", value=0.5)


def push_in_another_function(ti):
    push_in_the_end(ti)


def push_in_the_end(task_instance):
    task_instance.xcom_push(key="loss", value=0.5)


def pull_misspelt(ti):
    print(ti.xcom_pull(task_ids="train", key="acuracy"))


def pull_without_group(ti):
    print(ti.xcom_pull(task_ids="training_model_a", key="accuracy"))


def pull_undeclared(ti):
    print(ti.xcom_pull(task_ids="train", key="accuracy"))


class Report:
    """A class, for types that name one."""
