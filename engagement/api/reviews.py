"""Rotation reviews."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from engagement.api.filters import ReviewFilter
from engagement.api.rotation_shown import ReviewShown, ReviewTaken
from influencers import clock
from influencers.access import programs_for
from influencers.actions import releasing, reviews
from influencers.api.base import Readable, seen_version, step
from influencers.api.idempotency import once
from influencers.api.steps import Nothing
from influencers.models import RotationReview


class ReviewEndpoint(Readable):
    """Sessions that decide what follows the terms of a period."""

    queryset = RotationReview.objects.none()
    output_class = ReviewShown
    filterset_class = ReviewFilter

    def visible(self) -> QuerySet[RotationReview]:
        """Return the reviews of the caller's programs."""
        rows = RotationReview.objects.filter(program__in=programs_for(self.person))
        return rows.select_related("program", "begun_by", "closed_by")

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what is taken, or what is shown."""
        return ReviewTaken if self.action == "create" else super().get_serializer_class()

    @extend_schema(request=ReviewTaken, responses={201: ReviewShown})
    @once
    def create(self, request: Request) -> Response:
        """Begin a review with everybody whose term ends, or who is due for review, in the period."""
        review = reviews.begin(by=self.person, now=clock.now(), **self.taken(request))
        return self.shown(review, status=201)

    @extend_schema(responses=ReviewShown)
    @step(Nothing)
    def release(self, request: Request, pk: str) -> Response:
        """Release every proposal that a second person has read."""
        review = self.get_object()
        self.taken(request)
        releasing.release_all(review=review, by=self.person, now=clock.now())
        return self.shown(review)

    @extend_schema(responses=ReviewShown)
    @step(Nothing)
    def close(self, request: Request, pk: str) -> Response:
        """Close it; refused while anybody in it has no released decision or nobody to tell them."""
        review, seen = self.get_object(), seen_version(request, required=False)
        self.taken(request)
        reviews.close(review=review, by=self.person, now=clock.now(), seen=seen)
        return self.shown(review)

    @extend_schema(responses=ReviewShown)
    @step(Nothing)
    def reopen(self, request: Request, pk: str) -> Response:
        """Open it again."""
        review, seen = self.get_object(), seen_version(request, required=False)
        self.taken(request)
        reviews.reopen(review=review, by=self.person, seen=seen)
        return self.shown(review)
