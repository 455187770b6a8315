"""Touchpoints: logging, writing, judging, vouching."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from engagement.actions import messages, touchpoints
from engagement.api.filters import TouchpointFilter
from engagement.api.inputs import (
    Checked,
    Correction,
    MessageBegun,
    SentElsewhere,
    TouchpointTaken,
    VerdictShown,
    VouchTaken,
)
from engagement.api.serializers import TouchpointShown, verdict_shown
from engagement.models import Touchpoint
from engagement.models.touchpoints import Origin
from engagement.personalization.message import Form
from influencers import clock
from influencers.access import programs_for
from influencers.api.base import Readable, seen_version, step
from influencers.api.idempotency import once
from influencers.often import Often


def _with_people(rows: QuerySet[Touchpoint]) -> QuerySet[Touchpoint]:
    people = rows.select_related("program", "author", "logged_by", "vouched_by")
    return people.prefetch_related("participations")


_fresh = Often(
    lambda user, pk: _with_people(
        Touchpoint.objects.filter(pk=pk, program__posts__user=user, program__posts__user__is_active=True)
    )
)


class TouchpointEndpoint(Readable):
    """What happened between your programs and their advocates."""

    queryset = Touchpoint.objects.none()
    output_class = TouchpointShown
    filterset_class = TouchpointFilter

    def visible(self) -> QuerySet[Touchpoint]:
        """Return the touchpoints of the caller's programs."""
        return _with_people(Touchpoint.objects.filter(program__in=programs_for(self.person)))

    def fresh(self, pk: int) -> Any:
        """Return the touchpoint of this id as it is now, if the caller may see it."""
        found = _fresh.first(user=self.person.pk, pk=pk)
        return found or super().fresh(pk)

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what is taken, or what is shown."""
        taken: dict[str, type[serializers.BaseSerializer[Any]]] = {
            "create": TouchpointTaken,
            "partial_update": Correction,
        }
        return taken.get(self.action) or super().get_serializer_class()

    @extend_schema(request=TouchpointTaken, responses={201: TouchpointShown})
    @once
    def create(self, request: Request) -> Response:
        """Log something that happened. A note that could stand under anybody's name is refused with the verdict."""
        touch = touchpoints.log(by=self.person, now=clock.now(), origin=Origin.API, **self.taken(request))
        return self.shown(touch, status=201, is_fresh=True)

    @extend_schema(request=Correction, responses=TouchpointShown)
    def partial_update(self, request: Request, pk: str) -> Response:
        """Correct what was logged; needs If-Match. Words that went out are not changed."""
        touch, seen = self.get_object(), seen_version(request) or 0
        touchpoints.correct(
            touchpoint=touch, by=self.person, now=clock.now(), seen=seen, **self.taken(request)
        )
        return self.shown(touch)

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, pk: str) -> Response:
        """Take a touchpoint off the record; needs If-Match. History keeps what it was."""
        touch, seen = self.get_object(), seen_version(request)
        touchpoints.remove(touchpoint=touch, by=self.person, now=clock.now(), seen=seen)
        return Response(status=204)

    @extend_schema(responses={201: TouchpointShown})
    @step(MessageBegun, detail=False)
    def write(self, request: Request) -> Response:
        """Write to one person. A canned message is refused, with the verdict."""
        details = self.taken(request)
        touch = messages.write(
            membership=details.pop("recipient"), by=self.person, now=clock.now(), origin=Origin.API, **details
        )
        return self.shown(touch, status=201)

    @extend_schema(responses={201: TouchpointShown})
    @step(SentElsewhere, detail=False)
    def elsewhere(self, request: Request) -> Response:
        """Log a message that had already gone out, with the verdict it gets."""
        details = self.taken(request)
        touch = messages.log_elsewhere(
            membership=details.pop("recipient"), by=self.person, now=clock.now(), origin=Origin.API, **details
        )
        return self.shown(touch, status=201)

    @extend_schema(responses={201: TouchpointShown})
    @step(MessageBegun, detail=False)
    def hold(self, request: Request) -> Response:
        """Keep a wrongly blocked message until a colleague vouches for it."""
        details = self.taken(request)
        details.pop("link", None)
        touch = messages.hold(membership=details.pop("recipient"), by=self.person, now=clock.now(), **details)
        return self.shown(touch, status=201)

    @extend_schema(responses={200: VerdictShown})
    @step(Checked, detail=False)
    def check(self, request: Request) -> Response:
        """Judge words without sending or keeping them."""
        details = self.taken(request)
        verdict = messages.check(
            membership=details["recipient"], by=self.person, words=details["words"], now=clock.now(),
            form=Form(details.get("form", "message")), prepared=details.get("prepared"),
        )  # fmt: skip
        return Response(verdict_shown(verdict))

    @extend_schema(responses={200: TouchpointShown})
    @step(VouchTaken)
    def vouch(self, request: Request, pk: str) -> Response:
        """Release a held message with your word for it."""
        touch = self.get_object()
        messages.vouch_for(touchpoint=touch, by=self.person, now=clock.now(), **self.taken(request))
        return self.shown(touch)
