"""flowdesk: a pipeline is one TOML file; its contract is checked, then run here, and every value kept.

The map, from the bottom up. Imports only run down; `tests/test_layers.py` holds this:

    errors, xcom <- model <- plan <- { store | executors | layout } <- engine <- { cli | gui }

* `errors`: what can go wrong, in three kinds: the author's, the machine's, ours
* `xcom`: what a value may be: type expressions and the exact JSON form (standard library only)
* `model`: what a file *says*: the reader that maps every problem to its line
* `plan`: what *follows*: graph, contract check, states and their moves, what is ready next
* `store`: what *happened*: runs, tries, values, pulls, events, requests
* `executors`: how a task is *carried out*: worker processes, or in this process for debugging
* `layout`: where the graph's boxes and lines go: arithmetic without Qt
* `engine`: plan + store + executor: the loop of one run
* `cli`: one file per command, and the one border where errors become exit codes
* `gui`: the window; it reads the store and starts runs by starting `flowdesk run`
"""

__version__ = "0.1.0"
