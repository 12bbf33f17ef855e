"""One file that holds a whole run, with its definition, values and logs, for another machine.

A zip archive (with the extensions for large ones), so that whoever has no flowdesk can look into it:

    manifest.json         {"format": "flowdesk run", "version": 1, …}, with the size and SHA-256 of each file
    runs/0/run.json       the run; runs/1 and on are those that its tasks are (`pipeline = …`)
    runs/0/plan.json      what it followed, and source.toml, the text of the pipeline's file
    runs/0/tasks.jsonl    a line for each row, as for tries, values, pulls, events and requests
    runs/0/logs/0.log     what the tries printed; the line of a try says which is its own
    values/…              large values, each by its SHA-256

Nothing in it is ever taken for a path: names are looked up in the manifest, and where a log or value goes is
said by the ids and hashes alone. All of it is read and verified before anything is written, and the rows of
all its runs come into the store by one transaction. Secret values are not in it, only masks.
"""
