"""Prepared content: written down once, adapted every time, retired when it is worn out."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from engagement.models import PreparedContent
from engagement.personalization.rewriting import is_whole
from influencers.access import require
from influencers.actions.saving import checked, refusing
from influencers.models import Post, User
from influencers.refusals import Refused


@transaction.atomic
def put(
    *, content: PreparedContent, by: User, title: str, words: str, tags: list[str], seen: int | None = None
) -> PreparedContent:
    """Keep new prepared content, or change it. Drafts begun from it are held against what it says then."""
    require(content.program, by, Post.WRITING)
    content.title, content.words, content.tags = title.strip(), words.strip(), tags
    if not is_whole(content.words):
        raise Refused(
            _("A part that must be rewritten begins with [[rewrite: and ends with ]]."), field="words"
        )
    checked(content)
    sentence = str(_("There is something of this title already."))
    with refusing("content_titled_once|preparedcontent.program_id", sentence, field="title"):
        content.save_as(by, seen=seen)
    return content


@transaction.atomic
def retire(*, content: PreparedContent, by: User, day: dt.date, seen: int | None = None) -> PreparedContent:
    """Offer it to nobody any more. Drafts begun from it, and what is known of its use, stay."""
    require(content.program, by, Post.WRITING)
    if content.retired_on is not None:
        raise Refused(_("It is retired already."))
    content.retired_on = day
    content.save_as(by, seen=seen, reason="retired")
    return content


@transaction.atomic
def bring_back(*, content: PreparedContent, by: User, seen: int | None = None) -> PreparedContent:
    """Offer retired prepared content again."""
    require(content.program, by, Post.WRITING)
    if content.retired_on is None:
        raise Refused(_("It is in use."))
    content.retired_on = None
    content.save_as(by, seen=seen, reason="brought back")
    return content
