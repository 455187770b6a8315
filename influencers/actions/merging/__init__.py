"""Two records that turn out to be one person: made one, and parted again.

`merge` keeps one record and moves to it what hangs on the other; `undo` parts them. The other record stays,
without a program, so that nothing is lost and its address still leads somewhere.
"""

from influencers.actions.merging.merge import merge
from influencers.actions.merging.undo import undo

__all__ = ["merge", "undo"]
