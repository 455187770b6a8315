"""What colleagues change of themselves; and that nobody goes while people are theirs to look after."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import ngettext

from influencers.actions.saving import checked
from influencers.models import Membership, Program, User
from influencers.refusals import HandOverFirst


@transaction.atomic
def change_profile(
    *, user: User, name: str, nickname: str, language: str, wants_digest: bool, shortcuts: bool
) -> User:
    """Return the colleague with another name, and other wishes."""
    user.name, user.nickname = name.strip(), nickname.strip()
    user.language, user.wants_digest, user.shortcuts = language, wants_digest, shortcuts
    checked(user, leave_out=("password",))
    user._history_user = user  # type: ignore[attr-defined]
    user.save()
    return user


def hands_over_first(user: User, program: Program | None = None, *, field: str = "") -> None:
    """Raise `HandOverFirst`, with the page to do it on, while `user` looks after people (of `program`, or of any)."""
    owned = Membership.objects.serving().owned_by(user)
    owned = owned.filter(program=program) if program else owned
    count = owned.count()
    if not count:
        return
    where = program or Program.objects.filter(memberships__in=owned).order_by("name").first()
    assert where is not None  # noqa: S101 - somebody is looked after in it
    sentence = ngettext(
        "%(name)s looks after %(count)d person. Hand them over first, with what the new owner has to know.",
        "%(name)s looks after %(count)d people. Hand them over first, each with what the new owner has to know.",
        count,
    )
    see = reverse("engagement:hand-overs-of", args=[where.slug, user.pk])
    raise HandOverFirst(sentence % {"name": user, "count": count}, see=see, field=field)
