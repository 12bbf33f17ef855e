from __future__ import annotations

import hashlib
import subprocess
import sys

import pytest

from flowdesk.xcom.hashing import SMALL, sha256_of

ASKING = """
import sys
from flowdesk.xcom.hashing import sha256_of
sha256_of(b"")
sys.exit("_hashlib" in sys.modules)
"""


@pytest.mark.parametrize("data", [b"", b"abc", bytes(SMALL), bytes(SMALL + 1)], ids=len)
def test_the_hash_is_that_of_hashlib(data: bytes) -> None:
    assert sha256_of(data) == hashlib.sha256(data).hexdigest()


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="the module is called so in 3.11")
def test_a_small_text_is_hashed_without_openssl() -> None:
    assert subprocess.run([sys.executable, "-c", ASKING], check=False).returncode == 0
