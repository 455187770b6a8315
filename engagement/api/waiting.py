"""The waiting list."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from engagement.api.filters import PlaceFilter
from engagement.api.rotation_shown import PlaceLeft, PlaceMoved, PlaceShown, PlaceTaken
from influencers import clock
from influencers.access import programs_for
from influencers.actions import waiting
from influencers.api.base import Readable, seen_version, step
from influencers.api.idempotency import once
from influencers.models import WaitingPlace


class PlaceEndpoint(Readable):
    """Who would like to come in, in which order, and why in this one."""

    queryset = WaitingPlace.objects.none()
    output_class = PlaceShown
    filterset_class = PlaceFilter

    def visible(self) -> QuerySet[WaitingPlace]:
        """Return the places of the caller's programs."""
        rows = WaitingPlace.objects.filter(program__in=programs_for(self.person))
        return rows.select_related("program", "membership", "added_by")

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what is taken, or what is shown."""
        return PlaceTaken if self.action == "create" else super().get_serializer_class()

    @extend_schema(request=PlaceTaken, responses={201: PlaceShown})
    @once
    def create(self, request: Request) -> Response:
        """Put somebody on the list, at its end."""
        place = waiting.add(by=self.person, now=clock.now(), **self.taken(request))
        return self.shown(place, status=201)

    @extend_schema(responses=PlaceShown)
    @step(PlaceMoved)
    def move(self, request: Request, pk: str) -> Response:
        """Change the order, with the reason."""
        place, seen = self.get_object(), seen_version(request, required=False)
        waiting.move(place=place, by=self.person, seen=seen, **self.taken(request))
        return self.shown(place)

    @extend_schema(responses=PlaceShown)
    @step(PlaceLeft)
    def leave(self, request: Request, pk: str) -> Response:
        """Take somebody off the list, with the reason."""
        place, seen = self.get_object(), seen_version(request, required=False)
        waiting.leave(place=place, by=self.person, now=clock.now(), seen=seen, **self.taken(request))
        return self.shown(place)
