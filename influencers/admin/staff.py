"""Colleagues, and their posts in programs."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from influencers.actions import colleagues, programs
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given
from influencers.admin.inlines import Shown
from influencers.admin.kept import KeptAdmin
from influencers.admin.scope import managed, person
from influencers.models import Post, User
from influencers.refusals import Refused


class NewUserForm(UserCreationForm):  # type: ignore[misc]
    """A new colleague; without a password they ask for a link to set one."""

    request: Any = None

    class Meta:
        model = User
        fields = ("email", "name")


class UserForm(UserChangeForm):  # type: ignore[misc]
    """A colleague, and what the last attempt was refused for."""

    request: Any = None

    def clean(self) -> dict[str, Any]:
        """Add what was refused when this form was to be saved."""
        cleaned: dict[str, Any] = super().clean() or {}
        for field, sentence in getattr(self.request, "refusals", ()):
            self.add_error(field if field in self.fields else None, sentence)
        return cleaned


class OwnPostInline(Shown):
    """What they do where."""

    model = Post
    fk_name = "user"
    fields = ("program", "role")
    related = ("program", "user")


@admin.register(User)
class UserAdmin(KeptAdmin, DjangoUserAdmin):  # type: ignore[misc, type-arg]
    """A colleague. Administrators of the installation change them; managers see those of their programs."""

    form, add_form, change_password_form = UserForm, NewUserForm, AdminPasswordChangeForm
    list_display = ("name", "email", "is_active", "is_superuser", "last_login")
    list_filter = ("is_active", "is_superuser")
    search_fields = ("name", "email")
    ordering = ("name", "id")
    filter_horizontal = ()
    inlines = (OwnPostInline,)
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": (("name", "nickname"), "email")}),
        (_("Habits"), {"fields": ("language", "wants_digest", "shortcuts")}),
    )
    whole_fieldsets = (
        *fieldsets,
        (
            pgettext_lazy("permissions", "May"),
            {"fields": ("is_active", "is_superuser", "password", ("last_login", "date_joined"))},
        ),
    )
    add_fieldsets = ((None, {"fields": ("name", "email", "usable_password", "password1", "password2")}),)

    def rows_of(self, user: User) -> QuerySet[Any]:
        """Those in one's programs, and oneself; everybody, for administrators of the installation."""
        if user.is_superuser:
            return User.objects.all()
        posts = Post.objects.filter(program__in=managed(user))
        return User.objects.filter(Q(pk__in=posts.values("user")) | Q(pk=user.pk))

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """What they may is shown to those who can change it."""
        if obj is None:
            return self.add_fieldsets
        return self.whole_fieldsets if person(request).is_superuser else self.fieldsets

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Here by administrators; program admins invite colleagues in the program's settings."""
        return person(request).is_superuser

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """By administrators of the installation; one's own account is changed on its own pages."""
        return person(request).is_superuser

    def make(self, given: Given) -> User:
        """Add a colleague."""
        user: User = given.form.instance
        user.email = user.email.lower()
        user.save()
        return user

    def change(self, row: User, given: Given) -> None:
        """Change a colleague; the last administrator stays one."""
        for name, value in given.of(*given.form.changed_data).items():
            if name != "password":
                setattr(row, name, value)
        if given.changed("is_active") and not row.is_active:
            colleagues.hands_over_first(row, field="is_active")
        if not User.objects.filter(is_superuser=True, is_active=True).exclude(pk=row.pk).exists():
            for name in ("is_superuser", "is_active"):
                if not getattr(row, name):
                    raise Refused(_("Somebody has to administer this installation."), field=name)
        row.save()


@admin.register(Post)
class PostAdmin(KeptAdmin):
    """What a colleague does in a program. Given by the program's admins, and by those of the installation."""

    program_path = "program"
    may = frozenset({"add", "change", "delete"})
    list_display = ("user", "program", "role")
    list_filter = ("role", ("program", ScopedFilter))
    list_select_related = ("user", "program")
    search_fields = ("user__name", "user__email", "program__name")
    autocomplete_fields = ("user",)
    fields = ("user", "program", "role")

    def rows_of(self, user: User) -> QuerySet[Any]:
        """Those in one's programs; all, for administrators of the installation."""
        return Post.objects.all() if user.is_superuser else super().rows_of(user)

    def _manages(self, request: HttpRequest) -> bool:
        return person(request).is_superuser or super()._manages(request)

    def _one_program(self, row: Any, given: Given) -> None:
        """Whoever gets a post has none in the program yet."""

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A post is somebody's, in one program."""
        return ("user", "program") if obj else ()

    def make(self, given: Given) -> Post:
        """Appoint them."""
        if Post.objects.filter(program=given["program"], user=given["user"]).exists():
            raise Refused(_("%(name)s is in this program already.") % {"name": given["user"]}, field="user")
        return programs.appoint(program=given["program"], by=given.by, user=given["user"], role=given["role"])

    def change(self, row: Post, given: Given) -> None:
        """Give them another role."""
        programs.appoint(program=row.program, by=given.by, user=row.user, role=given["role"])

    def remove(self, row: Post, by: User) -> None:
        """Take them out of the program."""
        programs.dismiss(post=row, by=by)
