"""So many times in so many seconds, and no more: counted in the cache."""

from django.core.cache import cache


def is_within(key: str, *, times: int, seconds: int) -> bool:
    """Count one more of `key`; tell whether it is still within `times` in the `seconds` since the first."""
    name = f"throttle:{key}"
    if cache.add(name, 1, timeout=seconds):
        return True
    try:
        return cache.incr(name) <= times
    except ValueError:  # it ran out a moment ago
        cache.set(name, 1, timeout=seconds)
        return True
