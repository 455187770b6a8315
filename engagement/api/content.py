"""Prepared content."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from engagement.actions import content as actions
from engagement.models import PreparedContent
from influencers import clock
from influencers.access import programs_for
from influencers.api.base import Readable, seen_version, step
from influencers.api.fields import Visible, program_field
from influencers.api.idempotency import once
from influencers.api.narrowing import Narrowed
from influencers.api.steps import Nothing


def prepared_field(**options: Any) -> Visible:
    """Return a field for prepared content of the caller's programs."""
    return Visible(
        lambda user: PreparedContent.objects.filter(program__in=programs_for(user)),
        queryset=PreparedContent.objects.none(), **options,
    )  # fmt: skip


class ContentShown(serializers.ModelSerializer[PreparedContent]):
    """Something to start from. Parts to be rewritten are marked in its words: `[[rewrite: …]]`."""

    program = serializers.CharField(source="program.slug")

    class Meta:
        model = PreparedContent
        fields = [
            "id",
            "program",
            "title",
            "words",
            "tags",
            "retired_on",
            "version",
            "created_at",
            "updated_at",
        ]


class ContentTaken(serializers.Serializer[None]):
    """Something new to start from."""

    program = program_field()
    title = serializers.CharField(max_length=120)
    words = serializers.CharField(max_length=20_000)
    tags = serializers.ListField(child=serializers.CharField(max_length=60), required=False, max_length=30)


class ContentChanged(serializers.Serializer[None]):
    """What may be changed."""

    title = serializers.CharField(max_length=120, required=False)
    words = serializers.CharField(max_length=20_000, required=False)
    tags = serializers.ListField(child=serializers.CharField(max_length=60), required=False, max_length=30)


class ContentFilter(Narrowed):
    """Prepared content."""

    program = django_filters.CharFilter(field_name="program__slug", label=_("short name of a program"))
    retired = django_filters.BooleanFilter(field_name="retired_on", lookup_expr="isnull", exclude=True)
    q = django_filters.CharFilter(method="saying", label=_("words in it"))

    class Meta:
        model = PreparedContent
        fields: list[str] = []

    def saying(self, rows: Any, name: str, words: str) -> Any:
        """Narrow to what has these words."""
        return rows.saying(words)


class ContentEndpoint(Readable):
    """What is kept at the ready in your programs, to be adapted."""

    queryset = PreparedContent.objects.none()
    output_class = ContentShown
    filterset_class = ContentFilter

    def visible(self) -> QuerySet[PreparedContent]:
        """Return the prepared content of the caller's programs."""
        return PreparedContent.objects.filter(program__in=programs_for(self.person)).select_related("program")

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what is taken, or what is shown."""
        taken: dict[str, type[serializers.BaseSerializer[Any]]] = {
            "create": ContentTaken,
            "partial_update": ContentChanged,
        }
        return taken.get(self.action) or super().get_serializer_class()

    @extend_schema(request=ContentTaken, responses={201: ContentShown})
    @once
    def create(self, request: Request) -> Response:
        """Keep something new at the ready."""
        details = {"tags": [], **self.taken(request)}
        content = PreparedContent(program=details.pop("program"))
        return self.shown(actions.put(content=content, by=self.person, **details), status=201)

    @extend_schema(request=ContentChanged, responses=ContentShown)
    def partial_update(self, request: Request, pk: str) -> Response:
        """Change it; needs If-Match. Drafts begun from it are held against what it says then."""
        content, seen = self.get_object(), seen_version(request)
        as_it_is = {"title": content.title, "words": content.words, "tags": content.tags}
        return self.shown(
            actions.put(content=content, by=self.person, seen=seen, **{**as_it_is, **self.taken(request)})
        )

    @extend_schema(responses=ContentShown)
    @step(Nothing)
    def retire(self, request: Request, pk: str) -> Response:
        """Offer it to nobody any more."""
        content, seen = self.get_object(), seen_version(request, required=False)
        self.taken(request)
        day = content.program.today(clock.now())
        return self.shown(actions.retire(content=content, by=self.person, day=day, seen=seen))

    @extend_schema(responses=ContentShown)
    @step(Nothing, url_path="bring-back")
    def bring_back(self, request: Request, pk: str) -> Response:
        """Offer it again."""
        content, seen = self.get_object(), seen_version(request, required=False)
        self.taken(request)
        return self.shown(actions.bring_back(content=content, by=self.person, seen=seen))
