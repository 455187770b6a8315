"""What advocates ask of us. There is no way to delete a request."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from engagement.actions import requests
from engagement.api.filters import RequestFilter
from engagement.api.inputs import Answered, Assessment, DecisionTaken, RequestHanded, RequestTaken
from engagement.api.serializers import RequestShown
from engagement.models import AdvocateRequest
from influencers import clock
from influencers.access import memberships_for
from influencers.api.base import Readable, seen_version, step
from influencers.api.idempotency import once


class RequestEndpoint(Readable):
    """Requests: asked, assessed, decided, answered."""

    queryset = AdvocateRequest.objects.none()
    output_class = RequestShown
    filterset_class = RequestFilter

    def visible(self) -> QuerySet[AdvocateRequest]:
        """Return the requests of the caller's programs."""
        return AdvocateRequest.objects.filter(membership__in=memberships_for(self.person)).select_related(
            "owner", "decided_by", "membership__program"
        )

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what is taken, or what is shown."""
        taken: dict[str, type[serializers.BaseSerializer[Any]]] = {
            "create": RequestTaken,
            "partial_update": RequestHanded,
        }
        return taken.get(self.action) or super().get_serializer_class()

    @extend_schema(request=RequestTaken, responses={201: RequestShown})
    @once
    def create(self, request: Request) -> Response:
        """Take a request down."""
        return self.shown(requests.submit(by=self.person, now=clock.now(), **self.taken(request)), status=201)

    @extend_schema(request=RequestHanded, responses=RequestShown)
    def partial_update(self, request: Request, pk: str) -> Response:
        """Hand it to a colleague, by a day (both are needed); needs If-Match."""
        wish, seen = self.get_object(), seen_version(request)
        handed = {"owner": wish.owner, "due_on": wish.due_on, **self.taken(request)}
        requests.hand_over(advocate_request=wish, by=self.person, now=clock.now(), seen=seen, **handed)
        return self.shown(wish)

    @extend_schema(responses=RequestShown)
    @step(Assessment)
    def assess(self, request: Request, pk: str) -> Response:
        """Note the need, its impact and urgency."""
        wish, seen = self.get_object(), seen_version(request, required=False)
        requests.assess(
            advocate_request=wish, by=self.person, now=clock.now(), seen=seen, **self.taken(request)
        )
        return self.shown(wish)

    @extend_schema(responses=RequestShown)
    @step(DecisionTaken)
    def decide(self, request: Request, pk: str) -> Response:
        """Decide, with the reason."""
        wish, seen = self.get_object(), seen_version(request, required=False)
        requests.decide(
            advocate_request=wish, by=self.person, now=clock.now(), seen=seen, **self.taken(request)
        )
        return self.shown(wish)

    @extend_schema(responses=RequestShown)
    @step(Answered)
    def answer(self, request: Request, pk: str) -> Response:
        """Name the message or call in which they were told."""
        wish, seen = self.get_object(), seen_version(request, required=False)
        requests.answer(
            advocate_request=wish, by=self.person, now=clock.now(), seen=seen, **self.taken(request)
        )
        return self.shown(wish)
