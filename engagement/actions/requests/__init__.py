"""What advocates ask of us: taken down, assessed for need, decided with a reason, answered personally."""

from engagement.actions.requests.answering import answer
from engagement.actions.requests.assessing import assess, press
from engagement.actions.requests.deciding import Unweighed, confirm, decide, send_back
from engagement.actions.requests.keeping import hand_over, submit, take_up, withdraw

__all__ = [
    "Unweighed", "answer", "assess", "confirm", "decide", "hand_over", "press", "send_back", "submit", "take_up",
    "withdraw",
]  # fmt: skip
