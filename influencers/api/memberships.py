"""Memberships and the steps of their life."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from influencers import clock
from influencers.access import memberships_for
from influencers.actions import farewells, memberships, roles, terms
from influencers.api.base import Readable, seen_version, step
from influencers.api.filters import MembershipFilter
from influencers.api.serializers import MembershipShown
from influencers.api.steps import (
    Because,
    CareTaken,
    FarewellBegun,
    Inviting,
    Nothing,
    OwnerTaken,
    Pausing,
    RenewTaken,
    RoleAnswer,
    RoleTaken,
    RoleTold,
    Welcoming,
)
from influencers.insights import capacity
from influencers.models import Membership
from influencers.refusals import Refused


@extend_schema(responses=MembershipShown)
class MembershipEndpoint(Readable):
    """Advocates' time in your programs."""

    queryset = Membership.objects.none()
    output_class = MembershipShown
    filterset_class = MembershipFilter

    def visible(self) -> QuerySet[Membership]:
        """Return the memberships of the caller's programs."""
        rows = memberships_for(self.person).select_related("advocate", "program", "tier", "owner", "role")
        return rows.prefetch_related("terms")

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what an edit takes, or what a step or a reader gets."""
        return CareTaken if self.action == "partial_update" else super().get_serializer_class()

    @extend_schema(request=CareTaken, responses=MembershipShown)
    def partial_update(self, request: Request, pk: str) -> Response:
        """Change tier, cadence, review date or how we know them; needs If-Match."""
        member = self.get_object()
        seen = seen_version(request)
        memberships.set_care(
            membership=member, by=self.person, now=clock.now(), seen=seen, **self.taken(request)
        )
        return self.shown(member)

    @step(Inviting)
    def invite(self, request: Request, pk: str) -> Response:
        """Note that a prospect was invited."""
        member = self.get_object()
        memberships.invite(membership=member, by=self.person, seen=self.seen, **self.taken(request))
        return self.shown(member)

    @step(Because, url_path="not-joined")
    def not_joined(self, request: Request, pk: str) -> Response:
        """Note that an invitation led to nothing, and why."""
        member = self.get_object()
        memberships.did_not_join(membership=member, by=self.person, seen=self.seen, **self.taken(request))
        return self.shown(member)

    @step(Welcoming)
    def welcome(self, request: Request, pk: str) -> Response:
        """Take somebody into the program with a first term; `warning` says if the team can hold no more."""
        member = self.get_object()
        warned = capacity.warning(member.program)
        memberships.welcome(
            membership=member, by=self.person, now=clock.now(), seen=self.seen, **self.taken(request)
        )
        response = self.shown(member)
        response.data["warning"] = warned  # said before they came in: there was no room, or there was
        return response

    @step(Nothing)
    def settle(self, request: Request, pk: str) -> Response:
        """Make somebody active who has owner, role and a next date."""
        member = self.get_object()
        memberships.settle(
            membership=member, by=self.person, now=clock.now(), seen=self.seen, **self.taken(request)
        )
        return self.shown(member)

    @step(Pausing)
    def pause(self, request: Request, pk: str) -> Response:
        """Let a membership rest until a day."""
        member = self.get_object()
        memberships.pause(
            membership=member, by=self.person, now=clock.now(), seen=self.seen, **self.taken(request)
        )
        return self.shown(member)

    @step(Nothing)
    def resume(self, request: Request, pk: str) -> Response:
        """Take a resting membership up again."""
        member = self.get_object()
        memberships.resume(
            membership=member, by=self.person, now=clock.now(), seen=self.seen, **self.taken(request)
        )
        return self.shown(member)

    @step(OwnerTaken)
    def owner(self, request: Request, pk: str) -> Response:
        """Have a colleague look after somebody whom nobody looks after; others are handed over (`hand-overs`)."""
        member = self.get_object()
        memberships.set_owner(membership=member, by=self.person, seen=self.seen, **self.taken(request))
        return self.shown(member)

    @step(RoleTaken)
    def role(self, request: Request, pk: str) -> Response:
        """State the role that was agreed on; the earlier statement stays on record."""
        member = self.get_object()
        details = self.taken(request)
        since = details.pop("since", None) or member.program.today(clock.now())
        roles.state(membership=member, by=self.person, since=since, seen=self.seen, **details)
        return self.shown(member)

    @step(RoleTold, url_path="role/told")
    def role_told(self, request: Request, pk: str) -> Response:
        """Note that they were told their role."""
        member = self.get_object()
        if member.role is None:
            raise Refused(_("There is no role to tell."), field="role")
        roles.tell(role=member.role, by=self.person, now=clock.now(), **self.taken(request))
        return self.shown(member)

    @step(RoleAnswer, url_path="role/answer")
    def role_answer(self, request: Request, pk: str) -> Response:
        """Note whether they agree to the role they were told."""
        member = self.get_object()
        if member.role is None:
            raise Refused(_("There is no role to tell."), field="role")
        roles.hear(role=member.role, by=self.person, **self.taken(request))
        return self.shown(member)

    @step(RenewTaken)
    def renew(self, request: Request, pk: str) -> Response:
        """Add the term that follows the last one."""
        member = self.get_object()
        terms.renew(membership=member, by=self.person, now=clock.now(), seen=self.seen, **self.taken(request))
        return self.shown(member)

    @step(FarewellBegun)
    def farewell(self, request: Request, pk: str) -> Response:
        """Begin a farewell; its steps are taken at `farewells`."""
        member = self.get_object()
        farewells.begin(
            membership=member, by=self.person, now=clock.now(), seen=self.seen, **self.taken(request)
        )
        return self.shown(member)

    @property
    def seen(self) -> int | None:
        """The version named by If-Match, where one is named."""
        return seen_version(self.request, required=False)
