"""Nobody but the fairness page pays for numpy."""

import subprocess
import sys

EVERYTHING = (
    "import sys, django; django.setup(); import config.urls, config.api, config.celery, engagement.tasks; "
    "print('numpy' in sys.modules)"
)


def test_web_and_workers_start_without_it():
    answer = subprocess.run(
        [sys.executable, "-c", EVERYTHING], capture_output=True, text=True, check=True,
        env={"DJANGO_SETTINGS_MODULE": "config.settings", "SECRET_KEY": "only-for-tests", "PATH": ""},
    )  # fmt: skip

    assert answer.stdout.strip().endswith("False")
