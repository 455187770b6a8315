"""Somebody who is logged in, and their program."""

from tests.influencers.pages.conftest import as_role, manager, program, today, web

__all__ = ["as_role", "manager", "program", "today", "web"]
