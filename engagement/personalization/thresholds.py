"""Every number the verdict turns on, and how each came about. `docs/personal-check.md` has the measurements."""

# A run of fewer shared words happens by chance all the time ('thank you for'); winnowing cannot find them either.
RUN_WORDS = 3
# Shared runs separated by at most so many words are one copied stretch with a filled-in slot between them.
SLOT_WORDS = 3

# A passage of fewer copied words is a turn of phrase.
PASSAGE_WORDS = 6
# Fewer copied words than this are an acknowledgement, a habit: never held against anybody.
MIN_COPIED_WORDS = 8
MIN_COPIED_WARN = 10
# And among them so many that are not everybody's words. Without it two in a thousand independent chat messages were
# blocked for 'I have to go now, it was nice talking to you'.
MIN_TELLING_WORDS = 3
# A rewording keeps its subject. Who bargains over food, water and firewood shares the grammar and three words.
MIN_TELLING_REWORDED = 5
# The copied share of the words that count. Adapted snippets stay under 0.60, boilerplate with a personal opener
# begins at 0.79: the cut lies in the middle of the gap.
COPIED_BLOCK = 0.69
COPIED_WARN = 0.30
# The same words with another name in them, quotes of the recipient included: nobody writes so many twice by chance.
READDRESSED_BLOCK = 10
READDRESSED_WARN = 5
NAME_WORDS = 3
# A pasted paragraph is said however long the message around it is.
COPIED_WARN_WORDS = 20

# Rewordings. Two sentences are one in other words from this likeness of character trigrams (Dice) on; below the
# floor likeness is noise. One sentence alike is a coincidence, two are a pattern; shorter ones do not count.
SENTENCE_ALIKE = 0.50
SENTENCE_FLOOR = 0.35
SENTENCE_WORDS = 4
MIN_SENTENCES_ALIKE = 2
# Copied words count whole, the others as much as their sentence is like one of theirs. Reworded and spun templates
# begin at 0.74, adapted snippets end at 0.62.
EXPLAINED_BLOCK = 0.72
LIKENESS_BLOCK = 0.62
# Rewordings that left hardly a run of words: both texts explain each other. Adapted snippets have
# sentences like nothing in the snippet (share at most 0.60).
WHOLLY_WORDS = 25
WHOLLY_SENTENCES = 3
WHOLLY_SHARE = 0.75
WHOLLY_LIKENESS = 0.55
# Shorter or looser: said.
MIN_REWORDED_WORDS = 12
LIKENESS_WARN = 0.50
# The same message told in other words. Each line: how many names, numbers, days and words of its own both share, what
# all they share weighs, and how much that is of what each says, of the lesser share of the two. Whoever shares few of
# these has to share more of the rest. People who write about the same thing share less.
RETOLD_WARN = ((3, 6.0, 0.36), (5, 5.0, 0.36), (5, 7.0, 0.30))
# The same where nothing in it rests on the record of whom it is for.
RETOLD_WARN_UNKNOWN = ((4, 4.5, 0.19), *RETOLD_WARN)
RETOLD_BLOCK_UNKNOWN = ((5, 5.0, 0.44), (5, 7.0, 0.34), (4, 7.5, 0.54))
# Bounds of the work: places where a run or word occurs that are looked at, sentences compared with one sentence.
REPEATS = 8
LIKELY = 3

# Praise with so few particular words (against its words of praise and channel) is still praise that fits anybody.
PARTICULARS_IN_PRAISE = 0.25

# Prepared content: the same measures against the snippet the draft was started from.
PREPARED_BLOCK = 0.70
PREPARED_WARN = 0.40
# A part that must be rewritten has been when less of it is left: half of the words in runs is another order, no more.
REWRITTEN_SHARE = 0.50

# Nobody reads further, and it bounds the time an answer takes.
LONGEST = 100_000
# Earlier messages measured exactly; with four the evaluation set is judged the same.
CANDIDATES = 5

# Habits: what a writer begins and ends messages with. Learned only where so many people got it among the latest
# messages, amid words that are not alike (unrelated texts reach 0.3 in character trigrams, two fillings of one
# template begin at 0.6). No longer than a greeting with a pleasantry, or a signature, is.
HABIT_PEOPLE = 5
HABIT_REST_ALIKE = 0.5
HABIT_REST_WORDS = 6
HABIT_EDGE_SENTENCES = 4
HABIT_EDGE_WORDS = 25

# Flattery, by the words that praise and offers are not made of, against all words of the draft: in what speaks of the
# reader, and in what the writer tells besides.
OWN_IN_PRAISE = 0.15
ASIDE_IN_PRAISE = 0.20
EXCLAMATION_WORDS = 6  # up to so many words that name nobody are an exclamation about the reader
OFFERS_ALONE = 2  # words of an offer that praises nobody
NOTHING_WORDS = 8  # from so many words on it is asked what it means, though it praises in none that we know
# Its manner: a text leans further than this towards what is written to anybody (learned in logarithms; texts of known
# words of praise a little less), and no sentence of it further than this away. So much of it has to be known words.
# What speaks to nobody ('you') is praise of the reader only where it is short.
ANYBODYS_MANNER = -0.5
KNOWN_PRAISE = -1.5
SOMEBODYS_SENTENCE = -3.0
TAUGHT = 0.6
SAID_TO_NOBODY = 18
PLAINLY_ANYBODYS = 0.8  # from here on it may also say 'you came along', or ask how they do it,
CERTAINLY_ANYBODYS = 2.5  # and from here on one word of it may stand on record: 'you cook', to a cook
ANSWER_WORDS = 16  # who answers with 'yes' or 'it' and goes on for longer does more than answer
