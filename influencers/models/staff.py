"""Colleagues: those who log in, and their posts in programs."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from influencers.models.base import Record, records


class UserManager(BaseUserManager["User"]):
    """Makes users; an e-mail address is one person, however it is spelled in capitals."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Return a new user. Without a password nobody can log in as them until they set one."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Return a new administrator of this installation."""
        return self.create_user(email, password, **{"is_staff": True, "is_superuser": True, **fields})

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find a user by e-mail address, in any case."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A colleague. What they may see and do comes from their posts, one a program."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    nickname = models.CharField(_("short name"), max_length=40, blank=True)
    language = models.CharField(_("language"), max_length=8, blank=True)
    wants_digest = models.BooleanField(_("morning digest by e-mail"), default=True)
    shortcuts = models.BooleanField(_("keyboard shortcuts"), default=True)
    is_active = models.BooleanField(_("may log in"), default=True)
    is_staff = models.BooleanField(_("may open the admin"), default=False)
    date_joined = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()
    history = records(excluded_fields=["password", "last_login"])

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("colleague")
        verbose_name_plural = _("colleagues")
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_is_one_person")]

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        """What the admin's frame, and packages, call them."""
        return str(self)

    @property
    def first_name(self) -> str:
        """What colleagues call them."""
        return self.nickname or (self.name.split() or [self.email])[0]


class Post(Record):
    """What a colleague does in a program, and so what they may do there."""

    class Role(models.TextChoices):
        VIEWER = "viewer", _("Viewer")
        STAFF = "staff", _("Staff")
        MANAGER = "manager", _("Manager")
        ADMIN = "admin", _("Admin")

    WRITING = (Role.STAFF, Role.MANAGER, Role.ADMIN)
    MANAGING = (Role.MANAGER, Role.ADMIN)

    user = models.ForeignKey(User, models.CASCADE, related_name="posts", verbose_name=_("colleague"))
    program = models.ForeignKey("influencers.Program", models.CASCADE, related_name="posts")
    role = models.CharField(_("role"), max_length=10, choices=Role.choices, default=Role.STAFF)

    history = records()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["program", "user"]
        constraints = [models.UniqueConstraint(fields=["user", "program"], name="post_once_per_program")]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"
