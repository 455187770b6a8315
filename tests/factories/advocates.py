"""People and their accounts."""

import factory
from factory.django import DjangoModelFactory

from influencers.actions.advocates import index_names
from influencers.models import Account, Advocate


class AdvocateFactory(DjangoModelFactory):
    """A person whom no program knows yet."""

    class Meta:
        model = Advocate
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Advocate{n} Person")

    @factory.post_generation
    def _indexed(obj, create, extracted, **kwargs):
        if create:
            index_names(obj)


class AccountFactory(DjangoModelFactory):
    """An Instagram account."""

    class Meta:
        model = Account

    advocate = factory.SubFactory(AdvocateFactory)
    platform = Account.Platform.INSTAGRAM
    handle = factory.Sequence(lambda n: f"handle{n}")
    handle_key = factory.LazyAttribute(lambda account: account.handle.casefold())
