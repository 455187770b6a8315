"""Farewells, one step after the other. They are begun at the membership."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from engagement.actions import farewells
from engagement.api.farewell_inputs import (
    CarriedTaken,
    ContactTaken,
    DoorTaken,
    FarewellShown,
    PerksTaken,
    RecapTaken,
    StaysTaken,
    ThanksTaken,
    ToldTaken,
)
from engagement.api.filters import FarewellFilter
from influencers import clock
from influencers.access import memberships_for
from influencers.actions import farewells as leaving
from influencers.api.base import Readable, seen_version, step
from influencers.api.steps import Nothing
from influencers.models import Farewell, FarewellStep
from influencers.refusals import Refused

Step = FarewellStep.Step


@extend_schema(responses=FarewellShown)
class FarewellEndpoint(Readable):
    """The guided ways out. A step is refused, by name, while the one before it was not taken."""

    queryset = Farewell.objects.none()
    output_class = FarewellShown
    filterset_class = FarewellFilter

    def visible(self) -> QuerySet[Farewell]:
        """Return the farewells in the caller's programs."""
        rows = Farewell.objects.filter(membership__in=memberships_for(self.person))
        return rows.select_related("membership__program").prefetch_related(
            "steps", "words", "carried", "perk_ends"
        )

    @step(Nothing)
    def settled(self, request: Request, pk: str) -> Response:
        """1. Nothing is open between us, or it is handed over."""
        return self._take(request, Step.SETTLED)

    @step(PerksTaken)
    def perks(self, request: Request, pk: str) -> Response:
        """2. Until when they keep what they were given."""
        ends = {end["grant"]: end.get("ends_on") for end in self.taken(request).get("ends", ())}
        return self._take(request, Step.PERKS, ends=ends)

    @step(RecapTaken)
    def recap(self, request: Request, pk: str) -> Response:
        """3. What they gave is written down."""
        return self._take(request, Step.RECAP)

    @step(ToldTaken)
    def told(self, request: Request, pk: str) -> Response:
        """4. They were told, personally."""
        return self._take(request, Step.TOLD)

    @step(ThanksTaken)
    def thanks(self, request: Request, pk: str) -> Response:
        """5. They were thanked, in a message that passed the personal check."""
        return self._take(request, Step.THANKS)

    @step(StaysTaken)
    def stays(self, request: Request, pk: str) -> Response:
        """6. What stays."""
        return self._take(request, Step.STAYS)

    @step(DoorTaken)
    def door(self, request: Request, pk: str) -> Response:
        """7. Whether they can come back."""
        return self._take(request, Step.DOOR)

    @step(ContactTaken)
    def contact(self, request: Request, pk: str) -> Response:
        """8. The first word as alumni is planned."""
        return self._take(request, Step.CONTACT)

    @step(CarriedTaken)
    def carry(self, request: Request, pk: str) -> Response:
        """Hand an open promise, request or ask over to somebody who sees to it afterwards."""
        farewell, given = self.get_object(), self.taken(request)
        things = [given.pop(name) for name in ("promise", "request", "ask") if name in given]
        if len(things) != 1:
            raise Refused(_("Name one promise, one request, or one ask."), field="promise")
        farewells.carry_on(farewell=farewell, by=self.person, now=clock.now(), thing=things[0], **given)
        return self.shown(farewell)

    @step(Nothing)
    def complete(self, request: Request, pk: str) -> Response:
        """Complete it: the membership ends."""
        farewell = self.get_object()
        self.taken(request)
        farewells.complete(farewell=farewell, by=self.person, now=clock.now(), seen=self.seen)
        return self.shown(farewell)

    @extend_schema(responses={204: None})
    @step(Nothing, url_path="call-off")
    def call_off(self, request: Request, pk: str) -> Response:
        """Take back a farewell that was begun."""
        farewell = self.get_object()
        self.taken(request)
        leaving.call_off(farewell=farewell, by=self.person, now=clock.now(), seen=self.seen)
        return Response(status=204)

    def _take(self, request: Request, name: str, **said: Any) -> Response:
        farewell = self.get_object()
        given = said or self.taken(request)
        farewells.take(farewell=farewell, step=name, by=self.person, now=clock.now(), seen=self.seen, **given)
        return self.shown(farewell)

    @property
    def seen(self) -> int | None:
        """The version named by If-Match, where one is named."""
        return seen_version(self.request, required=False)
