"""Every number the verdict turns on, and how each came about. `docs/personal-check.md` has the measurements."""

# A run of fewer shared words happens by chance all the time ('thank you for'); winnowing cannot find them either.
RUN_WORDS = 3
# Shared runs separated by at most so many words are one copied stretch with a filled-in slot between them.
SLOT_WORDS = 3

# Fewer copied words than this are an acknowledgement, a greeting, a habit: never held against anybody.
MIN_COPIED_WORDS = 8
# Measured on data of several sources: independent messages stay under 0.45, boilerplate with a personal opener is
# above 0.7, snippets that were adapted reach 0.6. The cut lies in the gap.
COPIED_BLOCK = 0.62
# What is copied in part is said, and can be accepted.
COPIED_WARN = 0.30
# Character trigrams (Jaccard) of the whole text, for rewordings that break up the runs.
SIMILAR_BLOCK = 0.60
SIMILAR_WARN = 0.48
# So many words at least before character similarity says anything.
MIN_SIMILAR_WORDS = 8

# Prepared content: the same measures against the snippet the draft was started from.
PREPARED_BLOCK = 0.70
PREPARED_WARN = 0.40

# Nobody reads further, and it bounds the time an answer takes.
LONGEST = 100_000
# Earlier messages measured exactly.
CANDIDATES = 10
