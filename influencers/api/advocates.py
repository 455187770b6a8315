"""People."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from influencers import clock
from influencers.access import advocates_for, memberships_for, programs_for
from influencers.actions import advocates
from influencers.api.base import Readable, seen_version, step
from influencers.api.fields import program_field
from influencers.api.filters import AdvocateFilter
from influencers.api.idempotency import once
from influencers.api.serializers import AdvocateShown, PersonTaken, person_fields
from influencers.models import Account, Advocate, ContactPoint, Post
from influencers.refusals import NotAllowed


class NewPerson(PersonTaken):
    """Somebody to make known to a program."""

    program = program_field()
    come_from = serializers.CharField(required=False, max_length=300)

    class Meta(PersonTaken.Meta):
        fields = ["program", "come_from", *person_fields()]


class AccountTaken(serializers.ModelSerializer[Account]):
    """A presence on a channel, as counted today."""

    class Meta:
        model = Account
        fields = ["platform", "handle", "url", "followers"]


class ContactPointTaken(serializers.ModelSerializer[ContactPoint]):
    """A way to reach a person."""

    class Meta:
        model = ContactPoint
        fields = ["kind", "value"]


class AdvocateEndpoint(Readable):
    """People whom one of your programs knows."""

    queryset = Advocate.objects.none()
    output_class = AdvocateShown
    filterset_class = AdvocateFilter

    def visible(self) -> QuerySet[Advocate]:
        """Return the people of the caller's programs."""
        seen = Prefetch("memberships", queryset=memberships_for(self.person), to_attr="seen_memberships")
        return advocates_for(self.person).prefetch_related("accounts", "contact_points", seen)

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what is taken by an edit or by a new person, or what is shown."""
        taken = {"create": NewPerson, "partial_update": PersonTaken}
        return taken.get(self.action) or super().get_serializer_class()

    @extend_schema(request=NewPerson, responses={201: AdvocateShown})
    @once
    def create(self, request: Request) -> Response:
        """Make somebody known to a program, as a prospect."""
        details = self.taken(request)
        member = advocates.add(program=details.pop("program"), by=self.person, **details)
        return self.shown(member.advocate, status=201)

    @extend_schema(request=PersonTaken, responses=AdvocateShown)
    def partial_update(self, request: Request, pk: str) -> Response:
        """Change what we know of a person; needs If-Match."""
        advocate = self.get_object()
        seen = seen_version(request) or 0
        advocates.edit(
            advocate=advocate,
            program=self._program(advocate),
            by=self.person,
            seen=seen,
            **self.taken(request),
        )
        return self.shown(advocate)

    @extend_schema(responses=AdvocateShown)
    @step(AccountTaken)
    def accounts(self, request: Request, pk: str) -> Response:
        """Add an account, or count its followers today."""
        advocate = self.get_object()
        program = self._program(advocate)
        advocates.add_account(
            advocate=advocate, program=program, by=self.person, day=program.today(clock.now()), source="API",
            **self.taken(request),
        )  # fmt: skip
        return self.shown(advocate)

    @extend_schema(responses=AdvocateShown)
    @step(ContactPointTaken)
    def contact_points(self, request: Request, pk: str) -> Response:
        """Add an e-mail address or a telephone number."""
        advocate = self.get_object()
        advocates.add_contact_point(
            advocate=advocate, program=self._program(advocate), by=self.person, **self.taken(request)
        )
        return self.shown(advocate)

    def _program(self, advocate: Advocate) -> Any:
        """Return a program that knows this person and in which the caller may write."""
        program = programs_for(self.person, roles=Post.WRITING).filter(memberships__advocate=advocate).first()
        if program is None:
            raise NotAllowed(
                _("Your role in this program does not include this. A program admin can change that.")
            )
        return program
