"""What advocates ask of us. There is no way to delete a request."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from engagement.actions import requests
from engagement.api.filters import RequestFilter
from engagement.api.request_inputs import (
    Answered,
    Assessment,
    BesideShown,
    DecisionTaken,
    OpenedAgain,
    Pressed,
    RequestHanded,
    RequestTaken,
    TakenBack,
)
from engagement.api.serializers import RequestShown
from engagement.insights.beside import beside
from engagement.models import AdvocateRequest
from influencers import clock
from influencers.access import memberships_for
from influencers.api.base import Readable, seen_version, step
from influencers.api.idempotency import once
from influencers.api.steps import Nothing
from influencers.refusals import Refused


class RequestEndpoint(Readable):
    """Requests: asked, assessed, decided, answered."""

    queryset = AdvocateRequest.objects.none()
    output_class = RequestShown
    filterset_class = RequestFilter

    def visible(self) -> QuerySet[AdvocateRequest]:
        """Return the requests of the caller's programs."""
        return AdvocateRequest.objects.filter(membership__in=memberships_for(self.person)).select_related(
            "owner", "decided_by", "membership__program__large_decider"
        )

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what is taken, or what is shown."""
        taken: dict[str, type[serializers.BaseSerializer[Any]]] = {
            "create": RequestTaken,
            "partial_update": RequestHanded,
        }
        return taken.get(self.action) or super().get_serializer_class()

    def _step(self, request: Request, action_: Any) -> Response:
        """Take one step of a request, by the action for it."""
        wish, seen = self.get_object(), seen_version(request, required=False)
        taken = self.taken(request)
        action_(advocate_request=wish, by=self.person, now=clock.now(), seen=seen, **taken)
        return self.shown(wish)

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
        """Note the need, its impact and urgency. Other levels a second time need `because`."""
        return self._step(request, requests.assess)

    @extend_schema(responses=BesideShown, filters=False)
    @action(detail=True, methods=["get"], filterset_class=None, pagination_class=None)
    def beside(self, request: Request, pk: str) -> Response:
        """How loud it was, how far they reach, and how like cases were decided: 422 before the need was assessed."""
        wish = self.get_object()
        found = beside(wish, wish.membership.program)
        if found.loud is None:
            raise Refused(_("Assess the need first. What stands beside it is shown after that."))
        return Response(BesideShown(found).data)

    @extend_schema(responses=RequestShown)
    @step(Pressed)
    def press(self, request: Request, pk: str) -> Response:
        """Note that they asked again, took it to others, or put it in public. It is no part of the rank."""
        wish = self.get_object()
        requests.press(advocate_request=wish, by=self.person, now=clock.now(), **self.taken(request))
        return self.shown(wish)

    @extend_schema(responses=RequestShown)
    @step(DecisionTaken)
    def decide(self, request: Request, pk: str) -> Response:
        """Decide, with the reason. What it is warned of needs `despite`; something large may be *proposed* by this."""
        return self._step(request, requests.decide)

    @extend_schema(responses=RequestShown)
    @step(Nothing)
    def confirm(self, request: Request, pk: str) -> Response:
        """Decide what a colleague proposed."""
        return self._step(request, requests.confirm)

    @extend_schema(responses=RequestShown)
    @step(OpenedAgain, url_path="open-again")
    def open_again(self, request: Request, pk: str) -> Response:
        """Open again what was proposed, or decided and not told yet."""
        return self._step(request, requests.send_back)

    @extend_schema(responses=RequestShown)
    @step(Answered)
    def answer(self, request: Request, pk: str) -> Response:
        """Name the message or call in which they were told."""
        return self._step(request, requests.answer)

    @extend_schema(responses=RequestShown)
    @step(TakenBack, url_path="take-back")
    def take_back(self, request: Request, pk: str) -> Response:
        """Take an open request back: they no longer ask, or it was noted by mistake. It stays on record."""
        return self._step(request, requests.withdraw)

    @extend_schema(responses={201: RequestShown})
    @step(Nothing, url_path="take-up")
    def take_up(self, request: Request, pk: str) -> Response:
        """Take up again what was put off: answers with the new request."""
        wish = self.get_object()
        self.taken(request)
        again = requests.take_up(advocate_request=wish, by=self.person, now=clock.now())
        return self.shown(again, status=201)
