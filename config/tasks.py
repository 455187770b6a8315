"""Jobs of the installation itself."""

from typing import Any

from celery import shared_task
from celery.signals import beat_init

from config.health.heartbeat import beat
from influencers import clock


@shared_task(name="config.heartbeat", expires=60)
def heartbeat() -> None:
    """Show that scheduler, broker and worker work; /health reads it."""
    beat(clock.now())


@beat_init.connect
def first_heartbeat(**_: Any) -> None:
    """Show it as soon as the scheduler runs, and not a minute later."""
    heartbeat.delay()
