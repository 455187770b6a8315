"""What we ask of advocates. An ask is a record; what is said to them goes through touchpoints."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from engagement.actions import asks
from engagement.api.ask_inputs import (
    AskAgreed,
    AskDeclined,
    AskDelivered,
    AskMoved,
    AskTaken,
    AskThanked,
    AskWithdrawn,
)
from engagement.api.filters import AskFilter
from engagement.api.serializers import AskShown
from engagement.models import Ask
from influencers import clock
from influencers.access import memberships_for
from influencers.api.base import Readable, seen_version, step
from influencers.api.idempotency import once


class AskEndpoint(Readable):
    """Asks: on the calendar, agreed or declined, delivered, thanked."""

    queryset = Ask.objects.none()
    output_class = AskShown
    filterset_class = AskFilter

    def visible(self) -> QuerySet[Ask]:
        """Return the asks of the caller's programs."""
        return Ask.objects.filter(membership__in=memberships_for(self.person)).select_related(
            "owner", "asked_by", "membership__program", "membership__advocate"
        )

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what is taken, or what is shown."""
        taken: dict[str, type[serializers.BaseSerializer[Any]]] = {
            "create": AskTaken,
            "partial_update": AskMoved,
        }
        return taken.get(self.action) or super().get_serializer_class()

    @extend_schema(request=AskTaken, responses={201: AskShown})
    @once
    def create(self, request: Request) -> Response:
        """Put it on the calendar; over the number of the quarter, or beside another ask, with a sentence."""
        return self.shown(asks.ask(by=self.person, now=clock.now(), **self.taken(request)), status=201)

    @extend_schema(request=AskMoved, responses=AskShown)
    def partial_update(self, request: Request, pk: str) -> Response:
        """Want it by another day; needs If-Match."""
        row, seen = self.get_object(), seen_version(request)
        given = {"wanted_by": row.wanted_by, **self.taken(request)}
        asks.move(ask=row, by=self.person, now=clock.now(), seen=seen, **given)
        return self.shown(row)

    @extend_schema(responses=AskShown)
    @step(AskAgreed)
    def agree(self, request: Request, pk: str) -> Response:
        """Note that they said yes."""
        return self._step(request, asks.agree)

    @extend_schema(responses=AskShown)
    @step(AskDeclined)
    def decline(self, request: Request, pk: str) -> Response:
        """Note that they said no, in their words."""
        return self._step(request, asks.decline)

    @extend_schema(responses=AskShown)
    @step(AskDelivered)
    def deliver(self, request: Request, pk: str) -> Response:
        """Note that they did it."""
        return self._step(request, asks.deliver)

    @extend_schema(responses=AskShown)
    @step(AskThanked)
    def thank(self, request: Request, pk: str) -> Response:
        """Name the message or call that thanked them."""
        return self._step(request, asks.thank)

    @extend_schema(responses=AskShown)
    @step(AskWithdrawn)
    def withdraw(self, request: Request, pk: str) -> Response:
        """Take it back, and say why."""
        row, seen = self.get_object(), seen_version(request, required=False)
        asks.withdraw(ask=row, by=self.person, seen=seen, **self.taken(request))
        return self.shown(row)

    def _step(self, request: Request, action: Any) -> Response:
        row, seen = self.get_object(), seen_version(request, required=False)
        action(ask=row, by=self.person, now=clock.now(), seen=seen, **self.taken(request))
        return self.shown(row)
