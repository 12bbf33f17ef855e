from __future__ import annotations

import hashlib
import json

from flowdesk.store import definitions
from flowdesk.store.definitions import definition_hash


def test_the_hash_is_that_of_both_texts_as_json_however_long_they_are() -> None:
    long = '"모델" \\ 🚀\n' * (definitions.AT_ONCE // 4)
    for plan, source in (("{}", ""), (long, "[tasks.a]"), ("", long)):
        whole = json.dumps([plan, source]).encode()
        assert definition_hash(plan, source) == hashlib.sha256(whole).hexdigest()
