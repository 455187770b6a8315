"""The everyday requests of the demonstration's last year: small, weighed, answered on the phone. What fairness is seen by."""

import datetime as dt

from engagement.demonstration.wishes import Wish, live
from influencers.models import Membership, User

Members = dict[str, Membership]
Colleagues = dict[str, User]
PRESSED = {
    "a": ("again", "Asked again on the phone."), "e": ("escalated", "Asked the sales office."), "p": ("public", "Asked in a story."),
}  # fmt: skip

DESPITE = {
    "kwameprints": "Hundreds come to the fair for him; nobody spoke of need that day.",
    "omarcalligraphy": "The film shows our ink for a whole minute.",
}

# Whose, days ago, about what, impact, urgency, decision, worth, how pressed for, words; the need; why (and what instead); told.
_TABLE = """
viktorpress|320|support|3|3|grant|85||Where do I get a roller rail for a press of 1961?|The wedding season is printed on it.|The drawing is in the cellar, and the rail is turned in an hour.|Viktor names the ninth press after the turner.
peternovotny|312|material|2|2|part|25||Have you any hard ground left from the old tin?|His pupils ruin what is sold today.|Half a tin was left.|Peter will show the class why it was better.
annekeriso|305|product|2|1|decline|0||Could the manual say what the drum weighs?|She carries it up four floors, once.|The next printing is two years away.~The weight, on the phone: 38 kilograms.|Anneke says it is heavier than she feared.
mikkelbinds|298|support|2|3|grant|30||The screw of the nipping press has stripped; do you know the pitch?|A book is in it and cannot come out.|We cut him one.|Mikkel got the book out the same evening.
arjunblockprint|290|introduction|2|2|grant|0||Whom may I ask about indigo that does not rub off?|The village's cloth stains shirts.|Amara knows, and likes to be asked.|Arjun and Amara speak on Sunday.
amaraprints|281|money|2|1|part|120|a|Would you pay for the photographs of the market?|They are lovely, and she would make them anyway.|We bought six for the calendar.|Amara picks the six herself.
pabloferrer|274|material|1|2|grant|260|ap|A set of wood letters for the plaza?|Has letters, would like larger ones.|The plaza is full on Sundays.|Pablo paints the first word on Saturday.
leomarchetti|268|access|3|2|grant|0||May I see the drawing of the K2's brake?|He mends three of them and guesses.|He finds what we miss.|Leo had found the fault before we had sent it.
islabinds|262|support|3|3|grant|45||My left-handed board shear jumps. Is there a part?|She cut herself on it.|The guard of the large one fits, with a file.|Isla files on Sunday.
marisol.grabado|255|other|2|2|grant|0||Would you ask the paper mill about their strike?|Her union asks whether it may buy there.|A fair question; the mill answered in a day.|Marisol read the answer to the assembly.
samzines|248|material|1|2|decline|0||A carton of pink paper for the birthday issue?|The issue is printed on whatever is there.|Pink is sold out until March.~The offcuts of the salmon.|Sam likes salmon better by now.
lukasbrandt|241|access|2|2|part|0||May I measure the bed of the old K1 in your cellar?|He writes the history of it.|On Saturday only: the cellar is being painted.|Lukas comes with his own lamp.
kwameprints|236|stage|1|2|grant|650|aep|A stall of my own at the fair?|Sells well online, and would like to be seen.|His stall brings half the hall.~|Kwame brings the whole studio.
hannah.riso|229|support|2|2|part|20||Soy black dries slowly on the blue stock. What helps?|Forty invitations stick together.|Cobalt drier, a small bottle.|Hannah bakes for the next party with the oven that dried them.
ana.linocut|222|material|2|3|part|15||Battleship linoleum, two sheets by Friday?|The course begins, and the shop sent vinyl.|One sheet was left.|Ana cuts it into eight and draws lots.
ingrid.etch|215|introduction|1|1|decline|0||Who bought the aquatint of the ferry?|She likes to know where things hang.|The buyer would rather not be named.~A photograph of where it hangs.|Ingrid knew the street by the lamp in it.
mateo.makes|208|support|3|3|grant|620||The drum unit of my duplicator has died before the feria!|He has no other, and the feria is his year.|The loan machine goes by the night bus.|Mateo met the bus at five in the morning.
tariqqalam|201|product|1|2|decline|0|a|Would you make a reed pen with a steel core?|A thought over tea.|We make presses, and he makes better pens.~An afternoon with the steel man in Solingen.|Tariq takes the afternoon.
gretabinds|196|material|3|2|grant|18||Leather offcuts for the school in Malmö?|Eleven children bind their first book.|What the saddler left, for once.|Greta sends a photograph of eleven spines.
omarcalligraphy|188|money|1|1|part|300|ap|Would you pay the film of the summer mural?|The mural is paid by the town.|We wanted the making of it.|Omar films the scaffold too.
hirotanabe|180|material|1|1|part|140|a|The cherry boards from the exhibition?|Has cherry, likes ours.|They would have been cut up.|Hiro keeps two and gives two away.
dmitritype|172|access|2|3|grant|0||May I copy the matrix list before the archive closes?|After March nobody can look at it for a year.|Nothing against it.|Dmitri copied until the caretaker put out the light.
noa.textile|165|other|2|1|decline|0||Would you tell me who else dyes with food waste?|She thinks of a book, some day.|They have not said that we may.~A line from us to each of them.|Three of them had written to Noa by Monday.
bia.cartaz|158|material|1|3|part|160|p|Paste for a thousand posters, by Thursday!|The night is decided, the posters are not.|A barrel was open.|Bia pasted until six.
oskarzine|150|product|2|2|decline|0||A stapler for 20 sheets that a librarian can afford?|His back aches.|We have none under forty sheets.~Samuel's, which is for sale.|Oskar bought it with the library's blessing.
elif.ebru|143|support|2|2|part|10||The size turns sour in summer. Is it the water?|A whole week's papers had spots.|Thymol, and a page on how.|Elif had papers without spots by Friday.
chloebinds|136|access|2|1|grant|0|a|May I film the felt being cut?|It is the prettiest machine, she says.|It is.|Chloé filmed the cutter's hands only.
freyaolsen|134|support|3|2|grant|60||My registration pins have rusted in the boat. Do you still have the short ones?|She prints at sea and has no others.|Twelve, from the drawer.|Freya keeps six ashore from now on.
camila.grabados|128|other|2|2|grant|0||Would you read the glacier text for mistakes about ink?|She was taught one thing, the tin says another.|An hour, and two mistakes were the tin's.|Camila thanks the chemist in the imprint.
zoe.plakat|121|money|2|2|part|150||Half of the wall permit in Leipzig?|The town asks it in advance, and she has it by June.|Half of it, against her poster of the wall.|Zoë paid the other half the same day.
siobhan.press|114|material|2|2|part|20||Type high furniture, a hand's length, for the summit?|Her forme is short by a hand.|In the hell box, cleaned.|Siobhán says ours is truer than hers.
joonhopark|108|product|1|3|part|420|aap|Posters of the final overnight?|The club can wait; the fans cannot, he says.|We had the machine running.|Joon-ho put our name on the scoreboard.
leila.etching|101|introduction|2|1|decline|0||Do you know a publisher who likes etchings in novels?|The novel is not finished.|Not yet, and not for a half book.~Renata, who has been there.|Leila cooks with Renata in January.
fatou.wax|96|material|3|3|grant|110||Wax for Saturday, the ship is late again?|Nine girls and no wax.|By air, this once.|Fatou had it on Friday night.
rafaprints|88|support|2|2|part|12||Does the brace of the screen frame come in beech?|The pine one cuts into his wrist.|No, but a sleeve of leather does it.|Rafael prints without the bandage.
dmitritype|81|material|1|1|decline|0||The spare g of the Caslon?|Would like to have two.|It is the only one that is left.~A cast of it.|Dmitri says a cast is more honest.
benadlerzines|77|product|2|2|grant|0||Would you let me rewrite the English page on paper jams?|Readers write to him instead of to us.|He writes better than we do.|Ben found that the picture was upside down.
ewa.lino|5|access|2|1|part|0||May I store two blocks with you while I move?|The boat is wet until Sunday.|Until Sunday, on the dry shelf.|Ewa brought them in a blanket.
"""


def _wish(line: str) -> Wish:
    handle, ago, category, impact, urgency, decision, value, pressed, words, need, why, told = line.split("|")
    reason, _, instead = why.partition("~")
    days = int(ago)
    return Wish(
        handle, words, category, days, need, (int(impact), int(urgency)), decision, reason, int(value), instead, told=told,
        despite=DESPITE.get(handle, "") if pressed else "",
        pressed=tuple((PRESSED[mark][0], days - 1 - place, PRESSED[mark][1]) for place, mark in enumerate(pressed)),
    )  # fmt: skip


def tell(members: Members, colleagues: Colleagues, now: dt.datetime) -> None:
    """Tell them, the oldest first."""
    for wish in map(_wish, _TABLE.strip().splitlines()):
        live(wish, members[wish.handle], colleagues, now)
