"""Keeping filters of the advocates list."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from influencers.access import require
from influencers.actions.saving import checked
from influencers.models import Post, Program, SavedFilter, User
from influencers.refusals import NotAllowed


@transaction.atomic
def keep(*, program: Program, by: User, name: str, query: str, shared: bool = False) -> SavedFilter:
    """Return the kept filter of that name, new or changed.

    Whoever sees the list may keep their own ways of looking at it. Shared ones are seen by the whole program, so
    they take a role that writes in it.
    """
    require(program, by, Post.WRITING if shared else tuple(Post.Role.values))
    name = name.strip()
    kept = SavedFilter.objects.filter(program=program, user=by, name=name).first()
    kept = kept or SavedFilter(program=program, user=by, name=name)
    kept.query, kept.shared = query, shared
    checked(kept)
    kept.save()
    return kept


@transaction.atomic
def remove(*, saved: SavedFilter, by: User) -> None:
    """Remove a filter: one's own, or, for program admins, a shared one."""
    if saved.user_id != by.pk:
        require(saved.program, by, (Post.Role.ADMIN,))
        if not saved.shared:
            raise NotAllowed(_("This filter is somebody else's own."))
    saved.delete()
