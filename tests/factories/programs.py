"""Programs, tiers, colleagues and their posts."""

import factory
from factory.django import DjangoModelFactory

from influencers.models import Post, Program, Tier, User


class UserFactory(DjangoModelFactory):
    """A colleague without a post, password 'correct horse battery'."""

    class Meta:
        model = User

    name = factory.Sequence(lambda n: f"Colleague {n}")
    email = factory.Sequence(lambda n: f"colleague{n}@example.test")

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return model_class.objects.create_user(
            password=kwargs.pop("password", "correct horse battery"), **kwargs
        )


class ProgramFactory(DjangoModelFactory):
    """A program in UTC that works Monday to Friday."""

    class Meta:
        model = Program

    name = factory.Sequence(lambda n: f"Program {n}")
    slug = factory.Sequence(lambda n: f"program-{n}")


class TierFactory(DjangoModelFactory):
    """A tier without a cadence of its own."""

    class Meta:
        model = Tier

    program = factory.SubFactory(ProgramFactory)
    name = factory.Sequence(lambda n: f"Tier {n}")


class PostFactory(DjangoModelFactory):
    """A colleague's post in a program: staff unless said."""

    class Meta:
        model = Post

    user = factory.SubFactory(UserFactory)
    program = factory.SubFactory(ProgramFactory)
    role = Post.Role.STAFF
