"""Prepared content: written down once, adapted every time."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from engagement.models import PreparedContent
from influencers.access import require
from influencers.actions.saving import checked, refusing
from influencers.models import Post, User


@transaction.atomic
def put(
    *, content: PreparedContent, by: User, title: str, words: str, tags: list[str], seen: int | None = None
) -> PreparedContent:
    """Keep new prepared content, or change it. Drafts begun from it are held against what it says then."""
    require(content.program, by, Post.WRITING)
    content.title, content.words, content.tags = title.strip(), words.strip(), tags
    checked(content)
    sentence = str(_("There is something of this title already."))
    with refusing("content_titled_once|preparedcontent.program_id", sentence, field="title"):
        content.save_as(by, seen=seen)
    return content
