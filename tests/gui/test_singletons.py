from __future__ import annotations

import sys

import pytest

from flowdesk.gui.singletons import SPARE, spare_singletons


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal")
def test_none_has_references_to_spare_once() -> None:
    spare_singletons()
    before = sys.getrefcount(None)
    spare_singletons()
    assert before > SPARE // 2
    assert abs(sys.getrefcount(None) - before) < 1000
