"""A program, a colleague of each kind, and a client that sends JSON."""

import pytest
from django.test import Client

from influencers.actions import tokens
from influencers.models import Post
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory


class Api:
    """A client with a token; answers are parsed."""

    def __init__(self, user, **headers):
        token, secret = tokens.issue(user=user, name="tests")
        self.client, self.user, self.token = Client(), user, token
        self.headers = {"Authorization": f"Bearer {secret}", **headers}

    def get(self, path, **params):
        return self.client.get(f"/api/v1/{path}", params, headers=self.headers)

    def post(self, path, data=None, **headers):
        return self._send("post", path, data or {}, headers)

    def patch(self, path, data, **headers):
        return self._send("patch", path, data, headers)

    def delete(self, path, **headers):
        return self._send("delete", path, None, headers)

    def _send(self, method, path, data, headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        send = getattr(self.client, method)
        return send(
            f"/api/v1/{path}", data=data, content_type="application/json", headers={**self.headers, **named}
        )


@pytest.fixture
def member(db):
    return MembershipFactory(active=True, advocate=AdvocateFactory(name="Ana Ruiz"))


@pytest.fixture
def as_role(member):
    return lambda role: Api(PostFactory(program=member.program, role=role).user)


@pytest.fixture
def api(as_role):
    return as_role(Post.Role.MANAGER)


@pytest.fixture
def stranger(db):
    return Api(PostFactory(role=Post.Role.ADMIN).user)
