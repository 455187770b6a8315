"""What runs: the commands of web server, worker and scheduler, and what they are told."""

import os
import shutil
import sys
from pathlib import Path

from config.environment import number
from config.serving import address

MOST_WEB_WORKERS = 8


def cores() -> int:
    """Return on how many cores this process may run."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def environment(var: Path, port: int) -> dict[str, str]:
    """Return the environment of all services. What the operator has set is left as it is."""
    env = {**os.environ, "RAPPORT_VAR": str(var.resolve())}
    env.setdefault("PUBLIC_URL", f"http://127.0.0.1:{port}")
    env.setdefault("LOG_FORMAT", "console")
    env.setdefault("CELERY_BROKER_URL", address.broker_url(var))
    if env["CELERY_BROKER_URL"] == address.broker_url(var):
        # Several web processes share one cache, or a logout would be seen by one of them only.
        env.setdefault("CACHE_URL", address.cache_url(var))
    # A worker that is asked to stop gives its tasks a moment and hands back those that are not done.
    env.setdefault("REMAP_SIGTERM", "SIGQUIT")
    env.setdefault("CELERY_SOFT_SHUTDOWN_SECONDS", "2")
    return env


def web_environment(env: dict[str, str], var: Path) -> dict[str, str]:
    """Return the web server's environment: its processes add their metrics up in an emptied folder."""
    folder = var / "metrics"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return {**env, "PROMETHEUS_MULTIPROC_DIR": str(folder)}


def web(port: int) -> list[str]:
    """Return the web server's command: a process a core, one request at a time in each."""
    workers = number("WEB_WORKERS", default=0) or min(max(cores(), 2), MOST_WEB_WORKERS)
    return [
        *(sys.executable, "-m", "granian", "config.wsgi:application", "--interface", "wsgi", "--no-ws"),
        *("--host", "127.0.0.1", "--port", str(port)),
        *("--workers", str(workers), "--blocking-threads", "1"),
        *("--respawn-failed-workers", "--workers-kill-timeout", "3", "--log-level", "warning"),
    ]


def worker() -> list[str]:
    """Return the command of the worker that does the jobs."""
    return [
        *(sys.executable, "-m", "celery", "--quiet", "--app", "config", "worker", "--concurrency", "2"),
        *("--without-gossip", "--without-mingle", "--without-heartbeat"),
    ]


def scheduler() -> list[str]:
    """Return the command of the scheduler that says when jobs are due."""
    return [sys.executable, "-m", "celery", "--quiet", "--app", "config", "beat", "--pidfile="]
