"""When jobs run. An operator's edits are kept when the schedule in the code changes."""

from django.contrib import admin
from django_celery_beat import admin as beat
from django_celery_beat.models import (
    ClockedSchedule,
    CrontabSchedule,
    IntervalSchedule,
    PeriodicTask,
    SolarSchedule,
)
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from influencers.admin.given import Given
from influencers.admin.installation import InstallationAdmin

for model in (PeriodicTask, ClockedSchedule, CrontabSchedule, IntervalSchedule, SolarSchedule):
    admin.site.unregister(model)


class TaskSelect(UnfoldAdminSelectWidget, beat.TaskSelectWidget):  # type: ignore[misc]
    """The tasks there are, in the site's look."""


class PeriodicTaskForm(beat.PeriodicTaskForm):  # type: ignore[misc]
    """A job, and when it runs."""

    request: object = None

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["task"].widget = UnfoldAdminTextInputWidget()
        self.fields["regtask"].widget = TaskSelect()


class Plain(InstallationAdmin):
    """Rows with no rules of ours."""

    may = frozenset({"add", "change", "delete"})

    def make(self, given: Given) -> object:
        """Save it; beat reads it within seconds."""
        given.form.instance.save()
        return given.form.instance

    def change(self, row: object, given: Given) -> None:
        """Save it; beat reads it within seconds."""
        given.form.instance.save()


@admin.register(PeriodicTask)
class PeriodicTaskAdmin(Plain, beat.PeriodicTaskAdmin):  # type: ignore[misc]
    """A job, and when it runs."""

    form = PeriodicTaskForm
    actions = ("enable_tasks", "disable_tasks")
    list_display = ("name", "enabled", "interval", "crontab", "last_run_at", "total_run_count")
    list_select_related = ("interval", "crontab", "solar", "clocked")
    list_filter = ("enabled", "one_off")
    change_form_template = None


@admin.register(IntervalSchedule)
class IntervalScheduleAdmin(Plain):
    """Every so often."""

    list_display = ("__str__", "every", "period")
    search_fields = ("period",)


@admin.register(CrontabSchedule)
class CrontabScheduleAdmin(Plain):
    """At certain times."""

    list_display = (
        "human_readable",
        "minute",
        "hour",
        "day_of_week",
        "day_of_month",
        "month_of_year",
        "timezone",
    )
    search_fields = ("timezone",)


@admin.register(ClockedSchedule)
class ClockedScheduleAdmin(Plain):
    """Once."""

    list_display = ("clocked_time",)
    search_fields = ("clocked_time",)


@admin.register(SolarSchedule)
class SolarScheduleAdmin(Plain):
    """With the sun."""

    list_display = ("event", "latitude", "longitude")
    search_fields = ("event",)
