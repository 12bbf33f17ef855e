from __future__ import annotations

from flowdesk.plan.airflow_limits import LIMITS, Target


def test_every_target_has_a_limit_with_its_source() -> None:
    assert set(LIMITS) == set(Target)
    for limits in LIMITS.values():
        assert all(limit.source.startswith("https://") and limit.why for limit in limits)


def test_older_limits_are_narrower() -> None:
    for limits in LIMITS.values():
        assert [limit.size for limit in limits] == sorted((limit.size for limit in limits), reverse=True)
