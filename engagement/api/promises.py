"""Promises."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from engagement.actions import promises
from engagement.api.filters import PromiseFilter
from engagement.api.inputs import MadeGood, PromiseHanded, PromiseMoved, PromiseTaken
from engagement.api.serializers import PromiseShown
from engagement.models import Promise
from influencers import clock
from influencers.access import memberships_for
from influencers.api.base import Readable, seen_version, step
from influencers.api.idempotency import once
from influencers.api.steps import Nothing


class PromiseEndpoint(Readable):
    """What we, and they, said we would do."""

    queryset = Promise.objects.none()
    output_class = PromiseShown
    filterset_class = PromiseFilter

    def visible(self) -> QuerySet[Promise]:
        """Return the promises of the caller's programs."""
        return Promise.objects.filter(membership__in=memberships_for(self.person)).select_related(
            "owner", "membership__program"
        )

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what is taken, or what is shown."""
        taken: dict[str, type[serializers.BaseSerializer[Any]]] = {
            "create": PromiseTaken,
            "partial_update": PromiseMoved,
        }
        return taken.get(self.action) or super().get_serializer_class()

    @extend_schema(request=PromiseTaken, responses={201: PromiseShown})
    @once
    def create(self, request: Request) -> Response:
        """Write a promise down."""
        return self.shown(promises.make(by=self.person, **self.taken(request)), status=201)

    @extend_schema(request=PromiseMoved, responses=PromiseShown)
    def partial_update(self, request: Request, pk: str) -> Response:
        """Agree on another day; needs If-Match."""
        promise, seen = self.get_object(), seen_version(request)
        moved = {"due_on": promise.due_on, **self.taken(request)}
        promises.move(promise=promise, by=self.person, now=clock.now(), seen=seen, **moved)
        return self.shown(promise)

    @extend_schema(responses=PromiseShown)
    @step(PromiseHanded, url_path="hand-over")
    def hand_over(self, request: Request, pk: str) -> Response:
        """Have another colleague see to it; say why."""
        promise, seen = self.get_object(), seen_version(request, required=False)
        promises.hand_over(promise=promise, by=self.person, now=clock.now(), seen=seen, **self.taken(request))
        return self.shown(promise)

    @extend_schema(responses=PromiseShown)
    @step(Nothing)
    def keep(self, request: Request, pk: str) -> Response:
        """Note that it was kept."""
        promise, seen = self.get_object(), seen_version(request, required=False)
        self.taken(request)
        promises.keep(promise=promise, by=self.person, now=clock.now(), seen=seen)
        return self.shown(promise)

    @extend_schema(responses=PromiseShown)
    @step(MadeGood, url_path="break")
    def broken(self, request: Request, pk: str) -> Response:
        """Note that it was broken, and how that was made good."""
        promise, seen = self.get_object(), seen_version(request, required=False)
        promises.break_(promise=promise, by=self.person, now=clock.now(), seen=seen, **self.taken(request))
        return self.shown(promise)
