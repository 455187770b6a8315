"""What every endpoint shares: who may see, versions, unknown parameters, actions as POSTs."""

import re
from collections.abc import Callable
from typing import Any, cast

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework import mixins, serializers, viewsets
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from influencers.api.idempotency import Handler, once
from influencers.api.problems import Precondition
from influencers.models import User
from influencers.refusals import Conflict

PAGING = frozenset({"cursor", "limit", "format"})
_ETAG = re.compile(r'^(?:W/)?"(\d+)"$')


def step(input_class: type[serializers.Serializer[Any]], **options: Any) -> Callable[[Handler], Handler]:
    """Mark a method as `POST …/<id>/<method>/`, done once a key; `input_class` describes its body."""

    def mark(handler: Handler) -> Handler:
        described = {
            "serializer_class": input_class,
            "filterset_class": None,
            "pagination_class": None,
            **options,
        }
        return action(detail=described.pop("detail", True), methods=["post"], **described)(once(handler))

    return mark


def seen_version(request: Request, *, required: bool = True) -> int | None:
    """Return the version that `If-Match` names; 428 where an edit does not name one."""
    header = request.headers.get("If-Match", "").strip()
    if not header:
        if required:
            raise Precondition(_("Send If-Match with the ETag of what you are editing, as GET returned it."))
        return None
    match = _ETAG.match(header)
    if match is None:
        raise Conflict
    return int(match[1])


class Endpoint(viewsets.GenericViewSet[Any]):
    """A resource that starts from what the caller may see."""

    filter_backends = [DjangoFilterBackend]
    output_class: type[serializers.BaseSerializer[Any]]
    reads: frozenset[str] = frozenset()  # query parameters of one row

    @property
    def person(self) -> User:
        """The colleague who asks."""
        user = self.request.user
        assert isinstance(user, User)  # noqa: S101 - permissions have let nobody else in
        return user

    def visible(self) -> QuerySet[Any]:
        """Return the rows that `person` may see: every endpoint says so itself."""
        raise NotImplementedError

    def get_queryset(self) -> QuerySet[Any]:
        """Return what is visible; nothing while the schema is being written."""
        if getattr(self, "swagger_fake_view", False):
            return cast("QuerySet[Any]", vars(type(self))["queryset"])
        return self.visible()

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what a row looks like, unless a step takes something else."""
        return self.serializer_class or self.output_class

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse query parameters that nobody reads: a misspelled filter must not show everything."""
        super().initial(request, *args, **kwargs)
        known = set(PAGING) if self.action == "list" else {"format", *self.reads}
        filterset = getattr(self, "filterset_class", None)
        if self.action == "list" and filterset is not None:
            known |= set(filterset.base_filters)
        unknown = sorted(set(request.query_params) - known)
        if unknown:
            known_ones = ", ".join(sorted(known - {"format"})) or "–"
            sentence = _("Unknown parameter. Known here: %(known)s.") % {"known": known_ones}
            raise ValidationError({name: [sentence] for name in unknown})

    def taken(
        self, request: Request, input_class: type[serializers.Serializer[Any]] | None = None
    ) -> dict[str, Any]:
        """Return the validated body; fields that nobody knows are refused by name."""
        maker = input_class or self.get_serializer_class()
        serializer = maker(
            data=request.data, context=self.get_serializer_context(), partial=request.method == "PATCH"
        )
        if isinstance(request.data, dict):
            unknown = sorted(set(request.data) - set(serializer.fields))  # type: ignore[attr-defined]
            if unknown:
                raise ValidationError({name: [_("Unknown field.")] for name in unknown})
        serializer.is_valid(raise_exception=True)
        return dict(serializer.validated_data)

    def fresh(self, pk: int) -> Any:
        """Return the row of this id as it is now, with all that its answer shows."""
        return self.visible().get(pk=pk)

    def shown(self, row: Model, status: int = 200, *, is_fresh: bool = False) -> Response:
        """Answer with `row` as it is now, and its version as ETag. `is_fresh` says that it already is as stored."""
        fresh = row if is_fresh else self.fresh(row.pk)
        data = self.output_class(fresh, context=self.get_serializer_context()).data
        headers = {"ETag": f'"{fresh.version}"'} if hasattr(fresh, "version") else {}
        return Response(data, status=status, headers=headers)


class Readable(Endpoint, mixins.ListModelMixin):
    """A resource that can be listed and looked at."""

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """One row, with its ETag."""
        return self.shown(self.get_object())
