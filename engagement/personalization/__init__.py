"""The personal check: reads outgoing words as a thoughtful colleague would.

Plain Python on purpose: no Django, no models, no clock. Words and what is known come in as frozen dataclasses
(`message`), a verdict goes out (`findings`), earlier messages are reached through a port (`index`).
"""
