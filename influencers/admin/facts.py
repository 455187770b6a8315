"""What we learned about people, on the page of their membership. Its own pages are `engagement.admin.facts`."""

from influencers.admin.inlines import Shown
from influencers.models import Fact


class FactInline(Shown):
    """What we learned about them."""

    model = Fact
    fields = ("kind", "text", "on_date", "source", "learned_on", "expires_on")
