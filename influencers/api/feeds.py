"""One's calendar feeds: secret addresses from which a calendar reads our dates."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from influencers.actions import feeds
from influencers.api.base import Readable
from influencers.api.fields import program_field
from influencers.models import CalendarFeed


class FeedShown(serializers.ModelSerializer[CalendarFeed]):
    """A feed of a program (of all of one's own, where `program` is null); its address is not kept."""

    program = serializers.CharField(source="program.slug", allow_null=True, read_only=True)

    class Meta:
        model = CalendarFeed
        fields = ["id", "program", "mine", "hint", "created_at", "last_read_on"]


class FeedMade(FeedShown):
    """A new feed with its address, shown this once."""

    address = serializers.URLField()

    class Meta(FeedShown.Meta):
        fields = [*FeedShown.Meta.fields, "address"]


class FeedTaken(serializers.Serializer[None]):
    """Of which program (all of one's own, if left out), and whether only whom one looks after."""

    program = program_field(required=False, allow_null=True)
    mine = serializers.BooleanField(required=False)


class FeedEndpoint(Readable):
    """Your calendar feeds. Nobody else's are here."""

    queryset = CalendarFeed.objects.none()
    output_class = FeedShown

    def visible(self) -> QuerySet[CalendarFeed]:
        """Return the caller's own."""
        return CalendarFeed.objects.filter(user=self.person).select_related("program")

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what is taken, or what is shown."""
        return FeedTaken if self.action == "create" else super().get_serializer_class()

    @extend_schema(request=FeedTaken, responses={201: FeedMade})
    def create(self, request: Request) -> Response:
        """Make an address. It is shown this once, so there is no asking again with an `Idempotency-Key`."""
        if request.headers.get("Idempotency-Key"):
            said = _(
                "The address is shown once and kept nowhere: leave the key out, and revoke what you did not get."
            )
            raise ValidationError({"Idempotency-Key": [said]})
        feed, secret = feeds.issue(user=self.person, **self.taken(request))
        feed.address = settings.PUBLIC_URL + reverse("influencers:feed", args=[secret])  # type: ignore[attr-defined]
        return Response(FeedMade(feed).data, status=201, headers={"Cache-Control": "no-store"})

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, pk: str) -> Response:
        """Make an address worthless at once. A feed is never changed, so no If-Match is asked for."""
        feeds.revoke(feed=self.get_object())
        return Response(status=204)
