"""The words people use for what happened and where, English and German."""

from dataclasses import dataclass

from engagement.quicklog.language import Channel, Kind


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word says: a kind, a channel, or both. A verb also tells who acted."""

    kind: Kind | None = None
    channel: Channel | None = None
    verb: bool = False


def _entries(entry: Entry, words: str) -> dict[str, Entry]:
    return dict.fromkeys((word.strip() for word in words.split(",")), entry)


NOUNS = {
    **_entries(Entry(Kind.CALL, Channel.PHONE), "phone call, phonecall, phone, telefonat, telefon"),
    **_entries(Entry(Kind.CALL), "call, video call, videocall, facetime, videoanruf, anruf, catch-up call"),
    **_entries(
        Entry(Kind.LUNCH), "lunch, dinner, breakfast, brunch, mittagessen, abendessen, frühstück, essen"
    ),
    **_entries(Entry(Kind.LUNCH), "supper, drinks, mittag"),
    **_entries(
        Entry(Kind.MEETING), "meeting, coffee, coffee chat, tea, walk, visit, studio visit, meet-up, catch-up"
    ),
    **_entries(Entry(Kind.MEETING), "kaffee, käffchen, treffen, besuch, spaziergang, termin, besprechung"),
    **_entries(Entry(Kind.EVENT), "event, conference, fair, trade fair, launch party, party, meetup, summit"),
    **_entries(Entry(Kind.EVENT), "workshop, panel, veranstaltung, messe, konferenz, feier, vortrag"),
    **_entries(Entry(Kind.LETTER, Channel.POST), "letter, card, postcard, birthday card, thank you card"),
    **_entries(
        Entry(Kind.LETTER, Channel.POST), "thank-you card, thank-you note, handwritten note, note card"
    ),
    **_entries(Entry(Kind.LETTER, Channel.POST), "brief, karte, postkarte, geburtstagskarte, dankeskarte"),
    **_entries(
        Entry(Kind.GIFT), "gift, present, flowers, parcel, care package, geschenk, blumen, paket, päckchen"
    ),
    **_entries(Entry(Kind.MESSAGE, Channel.EMAIL), "email, e-mail, mail, newsletter reply"),
    **_entries(Entry(Kind.MESSAGE, Channel.SMS), "sms, text message"),
    **_entries(Entry(Kind.MESSAGE), "message, msg, dm, direct message, pm, voice message, voice note, reply"),
    **_entries(Entry(Kind.MESSAGE), "nachricht, sprachnachricht, antwort, direktnachricht"),
    **_entries(Entry(Kind.COMMENT), "comment, kommentar"),
    **_entries(Entry(Kind.LIKE), "like, heart, gefällt mir"),
    **_entries(Entry(Kind.REPOST), "repost, retweet, rt, reshare, share, shoutout"),
}

VERBS = {
    **_entries(Entry(Kind.CALL, verb=True), "called, phoned, rang, facetimed, spoke, talked"),
    **_entries(Entry(Kind.CALL, verb=True), "telefoniert, angerufen, gesprochen, sprach"),
    **_entries(Entry(Kind.MEETING, verb=True), "met, met up, getroffen, traf"),
    **_entries(Entry(Kind.MESSAGE, Channel.EMAIL, verb=True), "emailed, e-mailed, mailed, gemailt, mailte"),
    **_entries(Entry(Kind.MESSAGE, Channel.SMS, verb=True), "texted"),
    **_entries(Entry(Kind.MESSAGE, verb=True), "wrote, messaged, dmed, dm'd, replied, answered"),
    **_entries(Entry(Kind.MESSAGE, verb=True), "schrieb, geschrieben, antwortete, geantwortet"),
    **_entries(Entry(Kind.COMMENT, verb=True), "commented, kommentierte, kommentiert"),
    **_entries(Entry(Kind.LIKE, verb=True), "liked, hearted, geliked, gelikt, likte"),
    **_entries(
        Entry(Kind.REPOST, verb=True), "reposted, retweeted, reshared, shared, geteilt, teilte, repostet"
    ),
    **_entries(Entry(verb=True), "sent, gave, schickte, geschickt, schenkte, gesendet"),
}

CHANNELS = {
    **_entries(Entry(Kind.CALL, Channel.ZOOM), "zoom"),
    **_entries(Entry(Kind.CALL, Channel.GOOGLE_MEET), "google meet, gmeet"),
    **_entries(Entry(Kind.CALL, Channel.TEAMS), "ms teams, teams"),
    **_entries(Entry(Kind.MESSAGE, Channel.WHATSAPP), "whatsapp, wa"),
    **_entries(Entry(Kind.MESSAGE, Channel.TELEGRAM), "telegram"),
    **_entries(Entry(Kind.MESSAGE, Channel.SIGNAL), "signal"),
    **_entries(Entry(Kind.MESSAGE, Channel.SLACK), "slack"),
    **_entries(Entry(Kind.MESSAGE, Channel.DISCORD), "discord"),
    **_entries(Entry(None, Channel.INSTAGRAM), "instagram, insta, ig"),
    **_entries(Entry(None, Channel.TIKTOK), "tiktok, tik tok"),
    **_entries(Entry(None, Channel.YOUTUBE), "youtube, yt"),
    **_entries(Entry(None, Channel.X), "twitter, x"),
    **_entries(Entry(None, Channel.LINKEDIN), "linkedin"),
    **_entries(Entry(None, Channel.FACEBOOK), "facebook, fb"),
    **_entries(Entry(None, Channel.THREADS), "threads"),
    **_entries(Entry(None, Channel.MASTODON), "mastodon"),
    **_entries(Entry(None, Channel.BLUESKY), "bluesky, bsky"),
    **_entries(Entry(None, Channel.PINTEREST), "pinterest"),
    **_entries(Entry(None, Channel.REDDIT), "reddit"),
    **_entries(Entry(None, Channel.TWITCH), "twitch"),
}

WITH_BOTH = frozenset(
    {Kind.CALL, Kind.LUNCH, Kind.MEETING, Kind.EVENT}
)  # such a touch has no direction but both

HOW = (
    "quick, short, brief, long, lovely, nice, great, good, first, second, big, small, little, virtual, "
    "online, kurzer, kurzes, kurze, kurz, langes, langer, schönes, schöner, nettes, netter"
)
HOW_IT_WAS = tuple(word.strip() for word in HOW.split(","))
