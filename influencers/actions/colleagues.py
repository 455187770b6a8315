"""What colleagues change of themselves."""

from django.db import transaction

from influencers.actions.saving import checked
from influencers.models import User


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
