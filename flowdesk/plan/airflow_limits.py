"""What Airflow's databases can hold of an XCom, each limit with where it is from.

Airflow 3 keeps the value in a JSON column, `jsonb` on PostgreSQL (apache/airflow,
airflow-core/src/airflow/models/xcom.py, `XComModel.value`); before, it was bytes. So MySQL's 64 KB, which
are told most often, ended with Airflow 2.9, and PostgreSQL's gigabyte with Airflow 3: it takes a quarter.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Target(StrEnum):
    """Airflow on a database."""

    MYSQL = "airflow-mysql"
    POSTGRESQL = "airflow-postgresql"
    SQLITE = "airflow-sqlite"


@dataclass(frozen=True, slots=True)
class Limit:
    """The bytes that a value may have: in which Airflow, why, and where that is written."""

    size: int
    airflow: str
    why: str
    source: str


LIMITS: dict[Target, tuple[Limit, ...]] = {
    Target.MYSQL: (
        Limit(
            64 * 1024 * 1024,
            "Airflow on MySQL",
            "max_allowed_packet, unless its server has another",
            "https://dev.mysql.com/doc/refman/8.4/en/json.html",
        ),
        Limit(
            65_535,
            "Airflow before 2.9 on MySQL",
            "a BLOB",
            "https://github.com/apache/airflow/pull/38401",
        ),
    ),
    Target.POSTGRESQL: (
        Limit(
            268_435_455,
            "Airflow 3 on PostgreSQL",
            "a string or list of jsonb",
            "https://github.com/postgres/postgres/blob/master/src/include/utils/jsonb.h",
        ),
    ),
    Target.SQLITE: (
        Limit(
            1_000_000_000,
            "Airflow on SQLite",
            "SQLITE_MAX_LENGTH",
            "https://sqlite.org/limits.html",
        ),
    ),
}
"""Of each target the limit of today first, then those of older versions that are still in use."""
