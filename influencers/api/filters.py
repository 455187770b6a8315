"""What lists of the API can be narrowed by."""

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from influencers.api.narrowing import Narrowed
from influencers.models import Advocate, AdvocateQuerySet, Membership
from influencers.models.memberships import Status


class AdvocateFilter(Narrowed):
    """People, by program and by words."""

    program = django_filters.CharFilter(method="known_to", label=_("short name of a program"))
    q = django_filters.CharFilter(method="matching", label=_("name, handle or e-mail address"))
    changed_since = django_filters.IsoDateTimeFilter(field_name="updated_at", lookup_expr="gte")

    class Meta:
        model = Advocate
        fields: list[str] = []

    def known_to(self, queryset: QuerySet[Advocate], name: str, value: str) -> QuerySet[Advocate]:
        """Keep those whom the program knows."""
        seen = Membership.objects.filter(program__slug=value, program__posts__user=self.request.user)
        return queryset.filter(pk__in=seen.values("advocate"))

    def matching(self, queryset: AdvocateQuerySet, name: str, value: str) -> QuerySet[Advocate]:
        """Keep those who match every word."""
        return queryset.matching(value)


class MembershipFilter(Narrowed):
    """Memberships, by program, status, owner, tier and dates."""

    program = django_filters.CharFilter(field_name="program__slug", label=_("short name of a program"))
    status = django_filters.MultipleChoiceFilter(choices=Status.choices)
    rotation_before = django_filters.DateFilter(field_name="term_ends_on", lookup_expr="lt")
    untouched_since = django_filters.IsoDateTimeFilter(field_name="last_touch_at", lookup_expr="lt")
    met = django_filters.BooleanFilter(
        field_name="met_on", lookup_expr="isnull", exclude=True, label=_("met in person")
    )

    class Meta:
        model = Membership
        fields = ["owner", "tier", "advocate"]
