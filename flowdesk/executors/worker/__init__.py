"""What runs inside a worker: the warden that watches, the runner that carries out jobs, and their tools.

Only the standard library, `flowdesk.xcom` and `flowdesk.executors.talk` are imported here, and nothing
newer than Python 3.9 is used: a worker may run under an interpreter in which flowdesk is not installed.
Starting fast comes before comfort, so what only some tasks need is imported where they need it.
"""
