"""What an engine asks now and then, each made, and its module imported, when it is first asked."""

from __future__ import annotations

import os
from functools import cached_property, partial
from typing import TYPE_CHECKING

from flowdesk.engine.secrets import MASKED_VARIABLES
from flowdesk.xcom.passwords import STORE

if TYPE_CHECKING:
    from flowdesk.engine.blame import Blame
    from flowdesk.engine.inner import Inner
    from flowdesk.engine.inputs import Found
    from flowdesk.engine.past import Past
    from flowdesk.engine.secrets import Secrets
    from flowdesk.engine.templates import Renderer
    from flowdesk.engine.world import World
    from flowdesk.plan.plan import Source


class Leaves:
    """The leaves of one run's engine. The run must be in the store."""

    def __init__(self, world: World) -> None:
        self._world = world

    @cached_property
    def number(self) -> int:
        """The run's number."""
        return self._world.store.find_run(self._world.run_id).number

    @cached_property
    def past(self) -> Past:
        """The runs before this one."""
        from flowdesk.engine.past import Past

        return Past(self._world.store, str(self._world.request.path), self.number)

    def look_back(self, source: Source) -> list[Found]:
        """What earlier runs have of a source."""
        return self.past.look_back(source)

    @cached_property
    def blame(self) -> Blame:
        """What completes the reasons of pushes that were refused."""
        from flowdesk.engine.blame import Blame

        request = self._world.request
        store, run_id = self._world.store, self._world.run_id
        return Blame(store, request.path, request.source, self.number, run_id=run_id)

    @cached_property
    def inner(self) -> Inner:
        """The pipelines that are run as tasks."""
        from flowdesk.engine.inner import Inner

        return Inner(self._world.store, self._world.store.home, self._world.run_id)

    @property
    def secret_texts(self) -> tuple[str, ...]:
        """What must not stand in a log, as far as the run has come to know of it."""
        return self.secrets.texts if self._knows_secrets else ()

    def mask(self, text: str) -> str:
        """The text as it may be written down: a mask in the place of each secret that is known."""
        return self.secrets.mask(text) if self._knows_secrets else text

    @property
    def _knows_secrets(self) -> bool:
        return "secrets" in vars(self) or not os.environ.keys().isdisjoint((MASKED_VARIABLES, STORE))

    @cached_property
    def renderer(self) -> Renderer:
        """What fills in templates, and knows Airflow's names."""
        from flowdesk.engine.context import previous_success
        from flowdesk.engine.templates import Renderer

        plan, request, store = self._world.plan, self._world.request, self._world.store
        previous = partial(previous_success, store, str(request.path), request.run_id)
        return Renderer(plan, request, secrets=self.secrets, previous=previous)

    @cached_property
    def secrets(self) -> Secrets:
        """The secret values of the run."""
        from flowdesk.engine.secrets import Secrets

        return Secrets(self._world.plan)
