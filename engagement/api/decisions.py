"""Rotation decisions: proposed, read by a second person, released, told, carried out."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from engagement.actions import tellings
from engagement.api.filters import DecisionFilter
from engagement.api.rotation_shown import (
    CarriedOut,
    DecisionShown,
    Proposal,
    ProposalTaken,
    Reading,
    Release,
    ToldIn,
    WishTaken,
)
from influencers import clock
from influencers.access import memberships_for
from influencers.actions import carrying_out, decisions
from influencers.api.base import Readable, seen_version, step
from influencers.api.idempotency import once
from influencers.api.steps import Nothing
from influencers.models import RotationDecision


@extend_schema(responses=DecisionShown)
class DecisionEndpoint(Readable):
    """What follows the terms of your programs' members."""

    queryset = RotationDecision.objects.none()
    output_class = DecisionShown
    filterset_class = DecisionFilter

    def visible(self) -> QuerySet[RotationDecision]:
        """Return the decisions of the caller's programs."""
        return RotationDecision.objects.filter(membership__in=memberships_for(self.person)).select_related(
            "membership__program", "membership__owner", "membership__advocate", "membership__role", "membership__tier",
            "proposed_by", "seconded_by", "released_by", "teller", "telling",
        )  # fmt: skip

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what is taken, or what is shown."""
        return ProposalTaken if self.action == "create" else super().get_serializer_class()

    @extend_schema(request=ProposalTaken, responses={201: DecisionShown})
    @once
    def create(self, request: Request) -> Response:
        """Propose what follows the term of a member about whom nothing is proposed."""
        given = self.taken(request)
        decision = decisions.open_decision(given.pop("membership"))
        decisions.propose(decision=decision, by=self.person, now=clock.now(), **given)
        return self.shown(decision, status=201)

    @step(WishTaken)
    def wish(self, request: Request, pk: str) -> Response:
        """Note what they wish themselves."""
        return self._done(request, decisions.note_wish, now=clock.now())

    @step(Proposal)
    def propose(self, request: Request, pk: str) -> Response:
        """Propose, or change what is proposed (then with If-Match)."""
        return self._done(request, decisions.propose, now=clock.now())

    @step(Reading)
    def second(self, request: Request, pk: str) -> Response:
        """Read it as the second person; never who proposed it."""
        return self._done(request, decisions.second, now=clock.now())

    @step(Release)
    def release(self, request: Request, pk: str) -> Response:
        """Release it: decided, and not told."""
        return self._done(request, decisions.release, now=clock.now())

    @step(Nothing, url_path="take-back")
    def take_back(self, request: Request, pk: str) -> Response:
        """Make it an open question again; not once they were told."""
        return self._done(request, decisions.take_back)

    @step(ToldIn)
    def told(self, request: Request, pk: str) -> Response:
        """Name the exchange in which they were told."""
        return self._done(request, tellings.tell, now=clock.now())

    @step(CarriedOut, url_path="carry-out")
    def carry_out(self, request: Request, pk: str) -> Response:
        """Do what was decided: a new term, a new role, a pause, or the beginning of a farewell."""
        return self._done(request, carrying_out.carry_out, now=clock.now())

    def _done(self, request: Request, action: Callable[..., object], **more: Any) -> Response:
        decision, seen = self.get_object(), seen_version(request, required=False)
        action(decision=decision, by=self.person, seen=seen, **more, **self.taken(request))
        return self.shown(decision)
