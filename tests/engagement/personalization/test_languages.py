"""Whatever the language: words sent before are found again, and one's own are not blocked."""

import pytest

from engagement.personalization.findings import Outcome
from engagement.personalization.fingerprints import digest
from engagement.personalization.message import Evidence, Recipient
from engagement.personalization.sentences import sentences
from engagement.personalization.text import words_of
from tests.engagement.personalization.drafts import found, past, reviewed, severity

# A message sent before; the same filled in for somebody else; one's own, about something on record; that record.
LANGUAGES = {
    "German": (
        "Hallo Tom, wir haben in der Werkstatt eine neue Druckpresse aufgestellt und sofort an dich gedacht. Hättest "
        "du Lust, nächsten Monat vorbeizukommen und mit uns das erste Plakat zu drucken?",
        "Hallo {}, wir haben in der Werkstatt eine neue Druckpresse aufgestellt und sofort an dich gedacht. Hättest "
        "du Lust, nächsten Monat vorbeizukommen und mit uns das erste Plakat zu drucken?",
        "Liebe Ana, deine Frage nach dem Blau ging mir nach: Die Walze war schlecht gewaschen, mehr war es nicht.",
        "Sie fragt, woher das Blau auf der Walze kommt",
    ),
    "French": (
        "Bonjour Tom, nous avons installé une nouvelle presse dans l'atelier et nous avons tout de suite pensé à toi. "
        "Aurais-tu envie de passer le mois prochain pour tirer la première affiche avec nous ?",
        "Bonjour {}, nous avons installé une nouvelle presse dans l'atelier et nous avons tout de suite pensé à toi. "
        "Aurais-tu envie de passer le mois prochain pour tirer la première affiche avec nous ?",
        "Ana, ta question sur le bleu m'a poursuivi toute la nuit : le rouleau était mal lavé, voilà tout.",
        "Elle demande d'où vient le bleu du rouleau",
    ),
    "Spanish": (
        "Hola Tom, hemos montado una prensa nueva en el taller y enseguida pensamos en ti. ¿Te gustaría venir el mes "
        "que viene e imprimir con nosotros el primer cartel? Hay café y una mesa grande para todos.",
        "Hola {}, hemos montado una prensa nueva en el taller y enseguida pensamos en ti. ¿Te gustaría venir el mes "
        "que viene e imprimir con nosotros el primer cartel? Hay café y una mesa grande para todos.",
        "Ana, tu pregunta sobre el azul no me dejó dormir: el rodillo estaba mal lavado, no hay más misterio.",
        "Pregunta de dónde sale el azul del rodillo",
    ),
    "Japanese": (
        "トムさん、工房に新しい活版印刷機が入りました。真っ先にあなたのことを思い出しました。来月こちらにいらして、最初のポスターを一緒に刷りませんか。",
        "{}さん、工房に新しい活版印刷機が入りました。真っ先にあなたのことを思い出しました。来月こちらにいらして、最初のポスターを一緒に刷りませんか。",
        "アナさん、青いインクのご質問、ずっと考えていました。ローラーの洗い残しが原因でした。",
        "青いインクの由来を聞かれた",
    ),
    "Arabic": (
        "مرحبا توم، وصلت إلى ورشتنا مطبعة جديدة وفكرنا فيك على الفور. هل ترغب في زيارتنا الشهر القادم لنطبع معا أول "
        "ملصق؟ لدينا قهوة وطاولة كبيرة تتسع للجميع.",
        "مرحبا {}، وصلت إلى ورشتنا مطبعة جديدة وفكرنا فيك على الفور. هل ترغب في زيارتنا الشهر القادم لنطبع معا أول "
        "ملصق؟ لدينا قهوة وطاولة كبيرة تتسع للجميع.",
        "آنا، سؤالك عن اللون الأزرق شغلني طوال الليل: كانت الأسطوانة غير مغسولة جيدا، هذا كل ما في الأمر.",
        "سألت عن مصدر اللون الأزرق على الأسطوانة",
    ),
    "Hebrew": (
        "היי טום, הגיעה לסדנה שלנו מכונת דפוס חדשה ומיד חשבנו עליך. אולי תרצה לבוא בחודש הבא ולהדפיס איתנו את הכרזה "
        "הראשונה? יש קפה ושולחן גדול לכולם.",
        "היי {}, הגיעה לסדנה שלנו מכונת דפוס חדשה ומיד חשבנו עליך. אולי תרצה לבוא בחודש הבא ולהדפיס איתנו את הכרזה "
        "הראשונה? יש קפה ושולחן גדול לכולם.",
        "אנה, השאלה שלך על הכחול לא נתנה לי לישון: הגליל לא נשטף כמו שצריך, זה כל הסיפור.",
        "שאלה מאיפה בא הכחול על הגליל",
    ),
}  # fmt: skip
EACH = pytest.mark.parametrize("language", LANGUAGES)
NAMES = {"Japanese": "アナ", "Arabic": "آنا", "Hebrew": "אנה"}


def ana(language):
    return Recipient("ana", NAMES.get(language, "Ana"))


@EACH
def test_the_exact_copy_is_blocked(language):
    sent = LANGUAGES[language][0]

    assert severity(reviewed(sent, past(sent), recipient=ana(language)), "already_sent") is Outcome.BLOCK


@EACH
def test_the_same_with_another_name_is_blocked(language):
    sent, template = LANGUAGES[language][:2]
    words = template.format(NAMES.get(language, "Ana"))

    assert severity(reviewed(words, past(sent), recipient=ana(language)), "already_sent") is Outcome.BLOCK


@EACH
def test_a_pasted_message_behind_a_line_of_ones_own_is_not_passed(language):
    sent, _template, own, _record = LANGUAGES[language]
    finding = found(reviewed(f"{own}\n\n{sent}", past(sent), recipient=ana(language)), "already_sent")

    assert finding is not None
    assert finding.severity is not Outcome.PASS
    assert finding.spans[0][0] >= len(own) / 2


@EACH
def test_ones_own_words_are_not_blocked(language):
    sent, _template, own, record = LANGUAGES[language]
    verdict = reviewed(own, past(sent), recipient=ana(language), evidence=(Evidence("their_words", record),))

    assert verdict.outcome is not Outcome.BLOCK
    assert found(verdict, "already_sent") is None


@EACH
def test_without_anything_on_record_it_is_warned_about_at_most(language):
    own = LANGUAGES[language][2]

    assert reviewed(own, evidence=(), recipient=ana(language)).outcome is not Outcome.BLOCK


@pytest.mark.parametrize("words", ["🔥🔥🔥", "❤️", "👏🏽 👏🏽 👏🏽", "🇵🇹✨"])
def test_emoji_alone_are_everybodys_and_never_blocked_as_sent_before(words):
    verdict = reviewed(words, past(words))

    assert digest(words) == ""
    assert found(verdict, "already_sent") is None


def test_sentences_end_as_they_do_elsewhere():
    for text in ("كيف حالك؟ نحن بخير", "आप कैसे हैं। हम ठीक हैं", "元気ですか。元気です"):
        assert len(sentences(words_of(text))) == 2
