"""Database servers that tests start for themselves, in a folder of their own, reached by a socket only."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
from contextlib import closing
from pathlib import Path
from time import monotonic
from typing import Any, Protocol

import psycopg
import pymysql  # type: ignore[import-untyped]  # it has no types
import pytest

SURROUNDINGS = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"}
"""Nothing of the test that happens to start a server: it outlives that."""

WAIT = 60
"""Seconds that a server may take to start or to stop."""


class Server(Protocol):
    """A server that can be stopped and started again; it gives out databases."""

    def start(self) -> None:
        """Start, and wait until it answers."""

    def stop(self, *, at_once: bool = False) -> None:
        """Stop and wait; `at_once`, it is killed."""

    def new_database(self) -> str:
        """The URL of a database of its own."""

    def empty_store(self) -> str:
        """The URL of a store in which nothing ever happened."""


def folder_for(user: str) -> Path:
    """A folder of a user's own, whose path is short enough for a socket in it."""
    folder = Path(tempfile.mkdtemp(prefix="fd-", dir="/tmp"))
    if os.geteuid() == 0:
        os.chown(folder, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)
    return folder


def user_for(wanted: str) -> str:
    """Who runs a server, as servers refuse to be run by root: the system's own user for it, or nobody."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid()).pw_name
    return wanted if wanted in {entry.pw_name for entry in pwd.getpwall()} else "nobody"


def program(name: str, package: str, *places: Path) -> str:
    """The path of a server's program; where it is missing, the test fails for root, and is skipped else."""
    folders = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", *map(str, places)])
    if found := shutil.which(name, path=folders):
        return found
    sentence = f"{name} is not installed; type: apt-get install {package}"
    if os.geteuid() == 0:
        pytest.fail(sentence)
    pytest.skip(sentence)


class Postgresql:
    """A PostgreSQL server."""

    def __init__(self) -> None:
        places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
        self._ctl = program("pg_ctl", "postgresql", *places)
        self._user = user_for("postgres")
        self.folder = folder_for(self._user)
        self._databases = 0
        data = self.folder / "data"
        options = ["-A", "trust", "-U", "flowdesk", "-E", "UTF8", "--no-locale", "--no-sync"]
        self._run(program("initdb", "postgresql", *places), "-D", str(data), *options)

    def start(self) -> None:
        """Start, and wait until it answers."""
        options = f"-k {self.folder} -c listen_addresses= -c fsync=off -c full_page_writes=off"
        data, log = str(self.folder / "data"), str(self.folder / "log")
        self._run(self._ctl, "-D", data, "-l", log, "-o", options, "-w", "-t", str(WAIT), "start")

    def stop(self, *, at_once: bool = False) -> None:
        """Stop and wait; `at_once`, it ends without a word."""
        mode = "immediate" if at_once else "fast"
        self._run(self._ctl, "-D", str(self.folder / "data"), "-m", mode, "-w", "-t", str(WAIT), "stop")

    def new_database(self) -> str:
        """The URL of a database of its own."""
        self._databases += 1
        name = f"flowdesk_{self._databases}"
        with psycopg.connect(f"{self._url('postgres')}", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self._url(name)

    def empty_store(self) -> str:
        """The URL of a store in which nothing ever happened."""
        return self.new_database()

    def _url(self, database: str) -> str:
        return f"postgresql://flowdesk@/{database}?host={self.folder}"

    def _run(self, *command: str) -> None:
        run_as(self._user, *command, folder=self.folder)


class Mysql:
    """A MariaDB server."""

    def __init__(self) -> None:
        self._program = program("mariadbd", "mariadb-server")
        self._user = user_for("mysql")
        self.folder = folder_for(self._user)
        self._databases = 0
        self._emptied = ""
        self._process: subprocess.Popen[bytes] | None = None
        options = ["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db"]
        install = program("mariadb-install-db", "mariadb-server")
        run_as(
            self._user,
            install,
            *options,
            f"--datadir={self.folder}/data",
            f"--tmpdir={self.folder}",
            folder=self.folder,
        )

    def start(self) -> None:
        """Start, and wait until it answers."""
        options = {
            "datadir": f"{self.folder}/data",
            "socket": self._socket,
            "pid-file": f"{self.folder}/pid",
            "innodb-flush-log-at-trx-commit": 2,
            "innodb-flush-method": "nosync",
            "innodb-log-file-size": "16M",
            "innodb-buffer-pool-size": "32M",
            "tmpdir": self.folder,
            "log-error": f"{self.folder}/log",
        }
        written = [f"--{name}={value}" for name, value in options.items()]
        command = [self._program, "--no-defaults", "--skip-networking", "--skip-log-bin", *written]
        as_user = self._user if os.geteuid() == 0 else None
        self._process = subprocess.Popen(command, user=as_user, env=SURROUNDINGS, stderr=subprocess.DEVNULL)
        until = monotonic() + WAIT
        while not self._answers():
            assert monotonic() < until, Path(f"{self.folder}/log").read_text(errors="replace")
            threading.Event().wait(0.02)

    def stop(self, *, at_once: bool = False) -> None:
        """Stop and wait; `at_once`, it is killed."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL if at_once else signal.SIGTERM)
        self._process.wait(WAIT)
        Path(self._socket).unlink(missing_ok=True)

    def new_database(self) -> str:
        """The URL of a database of its own."""
        self._databases += 1
        name = f"flowdesk_{self._databases}"
        self._ask(f"CREATE DATABASE {name}")
        return f"mysql://root@localhost/{name}?unix_socket={self._socket}"

    def empty_store(self) -> str:
        """The URL of a store in which nothing ever happened.

        The tables are made once, and emptied: making them takes half a second.
        """
        if not self._emptied:
            self._emptied = self.new_database()
        elif self._ask("SHOW TABLES", self._emptied):
            self._ask("DELETE FROM runs", self._emptied)
            for table in ("definitions", "leftover_logs", "writers"):
                self._ask(f"DELETE FROM {table}", self._emptied)  # noqa: S608 - our words
            for table in ("runs", "requests"):
                self._ask(f"ALTER TABLE {table} AUTO_INCREMENT = 1", self._emptied)
            self._ask("UPDATE flowdesk_store SET seq = 0, changes = 0", self._emptied)
        return self._emptied

    def _ask(self, sql: str, url: str = "") -> list[Any]:
        database = url.partition("?")[0].rpartition("/")[2] or None
        connection = pymysql.connect(
            user="root", unix_socket=self._socket, database=database, autocommit=True
        )
        with closing(connection), connection.cursor() as cursor:
            cursor.execute(sql)
            return list(cursor.fetchall())

    def _answers(self) -> bool:
        with socket.socket(socket.AF_UNIX) as trial:
            return trial.connect_ex(self._socket) == 0

    @property
    def _socket(self) -> str:
        return f"{self.folder}/socket"


def run_as(user: str, *command: str, folder: Path) -> None:
    """Run a command as a user, if this is root, in a folder."""
    as_user = user if os.geteuid() == 0 else None
    group = pwd.getpwnam(user).pw_gid if as_user else None
    done = subprocess.run(
        command,
        user=as_user,
        group=group,
        cwd=folder,
        env=SURROUNDINGS,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()


def end(server: Postgresql | Mysql) -> None:
    """Stop a server and remove all it kept."""
    server.stop(at_once=True)
    shutil.rmtree(server.folder, ignore_errors=True)
