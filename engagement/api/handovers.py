"""Hand-overs between colleagues."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from engagement.actions import handovers
from engagement.api.filters import HandOverFilter
from influencers import clock
from influencers.access import memberships_for
from influencers.actions import handovers as handing
from influencers.actions.handovers import Handing
from influencers.api.base import Readable, seen_version, step
from influencers.api.fields import colleague_field, membership_field
from influencers.api.idempotency import once
from influencers.api.serializers import ColleagueShown
from influencers.api.steps import Told
from influencers.models import HandOver


class HandOverTaken(serializers.Serializer[None]):
    """To whom, what they have to know, and how they are introduced."""

    membership = membership_field()
    to = colleague_field()
    what_to_know = serializers.CharField(max_length=4000)
    how = serializers.ChoiceField(choices=HandOver.How.choices, required=False)
    planned_at = serializers.DateTimeField(required=False, allow_null=True)
    with_promises = serializers.BooleanField(required=False, default=True)


class PlanTaken(serializers.ModelSerializer[HandOver]):
    """Another introduction, or more of what to know."""

    class Meta:
        model = HandOver
        fields = ["what_to_know", "how", "planned_at"]


class HandOverShown(serializers.ModelSerializer[HandOver]):
    """A hand-over, and how far it has come."""

    program = serializers.CharField(source="membership.program.slug")
    from_owner = ColleagueShown()
    to_owner = ColleagueShown()
    told_by = ColleagueShown(allow_null=True)
    first_word = serializers.IntegerField(source="first_word.touchpoint_id", allow_null=True, default=None)

    class Meta:
        model = HandOver
        fields = [
            "id", "program", "membership", "from_owner", "to_owner", "what_to_know", "how", "planned_at", "told_on",
            "told_by", "told_how", "begun_by", "begun_at", "closed_at", "closed_how", "first_word", "version",
            "created_at", "updated_at",
        ]  # fmt: skip


class HandOverEndpoint(Readable):
    """Relationships that go from one colleague to another. Each ends with the new owner's first touchpoint."""

    queryset = HandOver.objects.none()
    output_class = HandOverShown
    filterset_class = HandOverFilter

    def visible(self) -> QuerySet[HandOver]:
        """Return the hand-overs in the caller's programs."""
        rows = HandOver.objects.filter(membership__in=memberships_for(self.person))
        return rows.select_related("membership__program", "from_owner", "to_owner", "told_by", "first_word")

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what is taken, or what is shown."""
        taken: dict[str, type[serializers.BaseSerializer[Any]]] = {
            "create": HandOverTaken, "partial_update": PlanTaken,
        }  # fmt: skip
        return taken.get(self.action) or super().get_serializer_class()

    @extend_schema(request=HandOverTaken, responses={201: HandOverShown})
    @once
    def create(self, request: Request) -> Response:
        """Hand somebody over."""
        said = self.taken(request)
        along = said.pop("with_promises")
        given = Handing(**said)
        hand_over = handovers.begin(handing=given, by=self.person, now=clock.now(), with_promises=along)
        return self.shown(hand_over, status=201)

    @extend_schema(request=PlanTaken, responses=HandOverShown)
    def partial_update(self, request: Request, pk: str) -> Response:
        """Plan the introduction anew, or say more of what to know; needs If-Match."""
        row, seen = self.get_object(), seen_version(request)
        now = {"what_to_know": row.what_to_know, "how": row.how, "planned_at": row.planned_at}
        handing.plan(hand_over=row, by=self.person, seen=seen, **{**now, **self.taken(request)})
        return self.shown(row)

    @extend_schema(responses=HandOverShown)
    @step(Told)
    def told(self, request: Request, pk: str) -> Response:
        """Note that they were told who looks after them now."""
        row, seen = self.get_object(), seen_version(request, required=False)
        handing.tell(hand_over=row, by=self.person, now=clock.now(), seen=seen, **self.taken(request))
        return self.shown(row)
