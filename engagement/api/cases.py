"""The evaluation set."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from engagement.actions import cases
from engagement.api.inputs import touchpoint_field
from engagement.models import EvaluationCase
from engagement.models.messages import Verdict
from influencers import clock
from influencers.access import programs_for
from influencers.api.base import Readable, seen_version
from influencers.api.idempotency import once
from influencers.api.narrowing import Narrowed
from influencers.api.serializers import ColleagueShown


class CaseShown(serializers.ModelSerializer[EvaluationCase]):
    """A message that was judged wrongly, and the right verdict."""

    program = serializers.CharField(source="program.slug")
    kept_by = ColleagueShown()
    verdict = serializers.CharField(source="touchpoint.verdict")  # when it went out

    class Meta:
        model = EvaluationCase
        fields = [
            "id", "program", "touchpoint", "membership", "verdict", "right", "reason", "kept_by", "kept_at", "version",
            "created_at", "updated_at",
        ]  # fmt: skip


class CaseTaken(serializers.Serializer[None]):
    """A message that went out, and what the check should have said."""

    touchpoint = touchpoint_field()
    right = serializers.ChoiceField(choices=Verdict.choices)
    reason = serializers.CharField(max_length=500)


class CaseFilter(Narrowed):
    """Cases."""

    program = django_filters.CharFilter(field_name="program__slug", label=_("short name of a program"))

    class Meta:
        model = EvaluationCase
        fields = ["right"]


class CaseEndpoint(Readable):
    """The evaluation sets of your programs."""

    queryset = EvaluationCase.objects.none()
    output_class = CaseShown
    filterset_class = CaseFilter

    def visible(self) -> QuerySet[EvaluationCase]:
        """Return the cases of the caller's programs."""
        kept = EvaluationCase.objects.filter(program__in=programs_for(self.person))
        return kept.select_related("program", "kept_by", "touchpoint")

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what is taken, or what is shown."""
        return CaseTaken if self.action == "create" else super().get_serializer_class()

    @extend_schema(request=CaseTaken, responses={201: CaseShown})
    @once
    def create(self, request: Request) -> Response:
        """Keep a message as a case; saying so again replaces what was said."""
        return self.shown(cases.keep(by=self.person, now=clock.now(), **self.taken(request)), status=201)

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, pk: str) -> Response:
        """Take a case out of the set; needs If-Match."""
        cases.drop(case=self.get_object(), by=self.person, seen=seen_version(request))
        return Response(status=204)
