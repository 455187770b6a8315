"""What was said in two invented years: remarks by craft, and the messages that colleagues wrote."""

REMARKS: dict[str, tuple[str, ...]] = {
    "letterpress": (
        "finds the new roller trucks quieter, but the left rail still needs shimming after a day",
        "is setting a calendar with wood type from a closed print shop in the next town",
        "worries about the print quality on thick cotton paper, the impression is uneven",
        "asked whether the K2 will take the old chases; would buy two if it does",
        "gave a workshop for twelve teachers and used our small press for all of them",
        "is proud of a broadside with a poem by a neighbor, two hundred copies gone in a week",
        "says the gripper bars of the demo press came bent, and was nice about it",
    ),
    "posters": (
        "is drawing a series of four posters for the harbor festival and wants more contrast in the blues",
        "hung a whole wall in the tram depot and sent us photographs",
        "thinks our last product film talks too much and prints too little",
        "will judge the student poster prize in May and offered us a place in the jury",
        "needs larger sheets; 50 by 70 is the smallest that anybody hangs",
        "tried the matte varnish and had it crack on the fold",
    ),
    "linocut": (
        "cut a map of the old fish market in nine blocks and registers by eye",
        "prefers the softer blocks of the spring batch, the autumn ones crumble at the edges",
        "wants to film the whole reduction print of the lighthouse in one take",
        "is preparing forty small prints for a children's ward",
        "sold the first edition of the goats and is embarrassed by how happy that makes her parents",
        "asked for a press bed that is two centimeters longer",
    ),
    "woodblock": (
        "is carving cherry again after three years of plywood and speaks of nothing else",
        "showed us a baren wrapped by an old master who stopped working in spring",
        "wants damp-paper storage that does not mold in June",
        "explained why our brushes shed and which hair would not",
        "plans a portfolio of twelve rivers, one a month",
    ),
    "risograph": (
        "found that the fluorescent pink fades in a shop window within three weeks",
        "is printing a cookbook in four drums and curses every registration mark",
        "asked for the teal drum again; three studios in the city would share it",
        "has a queue of nineteen zines before the fair and is training a student",
        "measured our master film against another maker's and ours tears less",
        "wants us to say in public how the inks are made",
    ),
    "screenprint": (
        "runs a course for beginners every second Saturday and fills it in a day",
        "built an exposure unit out of a wardrobe and asks us not to tell the insurance",
        "says the frames warp in the heat above 35 degrees",
        "printed two hundred banners for the march and paid the ink out of pocket",
        "is testing water-based black on denim and sends a swatch every Friday",
    ),
    "bookbinding": (
        "bound a dictionary that came in a shopping bag",
        "loves the small guillotine but the clamp marks soft covers",
        "is writing a course about sewing on tapes and wants to use our photographs",
        "asks for thread in a color that is actually gray",
        "took an apprentice, a retired nurse, and says it is the best decision of the year",
    ),
    "calligraphy": (
        "wrote the names of a whole graduating class in one night",
        "explained why our nibs scratch on the upstroke and drew it on a napkin",
        "is making a film about ink that takes a year to ripen",
        "wants paper samples without optical brighteners",
        "was asked by a ministry for a letterhead and said no",
    ),
    "etching": (
        "etched the view from the hospital window, every day for a month",
        "found pinholes in the new hard ground and sent a plate as proof",
        "teaches aquatint in a garage with very good ventilation",
        "wants a blanket that lasts longer than a season",
        "pulled the last proof of the bridge series and slept for a day",
    ),
    "zines": (
        "made a zine about bus stops and got a letter from the bus company",
        "wants a stapler that reaches the middle of A3",
        "folds a thousand sheets while listening to football",
        "is collecting stories about first jobs for the winter issue",
        "asked us to sponsor nothing and to come instead",
    ),
    "textile": (
        "printed the curtains of a theater and found the pattern upside down on one",
        "needs binder that washes out of the screens without a pressure hose",
        "is setting up a dye garden behind the school",
        "sent a length of indigo cloth for our reception",
        "says the color card is off by a shade in the reds",
    ),
    "marbling": (
        "made three hundred endpapers for a publisher and no two alike",
        "tested our alum paper in hard water and it failed",
        "wants to show the comb work in slow motion",
        "is giving a workshop in a monastery in October",
    ),
}

# (whom, what a colleague wrote): each for one person, none like another.
MESSAGES: tuple[tuple[str, str], ...] = (
    (
        "maya.prints",
        "Maya, the bed of the K2 is out of the milling shop. You said the uneven impression on cotton bothers you most, "
        "so I would rather have you print on it before anybody films it. Is the week after your sister's opening any good?",
    ),
    (
        "tomokaforprints",
        "Tom, two rollers for the evening class are on their way to Bristol. The second is for whoever "
        "cycles home with the first.",
    ),
    (
        "ana.linocut",
        "Ana, you asked why a parcel to Valencia takes nine days. It sat in Lyon over the weekend, twice. From June your "
        "orders leave from the Barcelona store. And good luck at the marathon!",
    ),
    (
        "hirotanabe",
        "Hiro, I wrote to the mill in Echizen as you asked. Mrs. Iwano remembers your grandfather's baren "
        "and would see you in April, when they make the thin kozo.",
    ),
    (
        "priya.riso",
        "Priya, the soy black that ran in the August rain was batch 41. We kept a drum of 43 for the street food issue; "
        "your brother can fetch it from the agent in Chennai.",
    ),
    (
        "lukasbrandt",
        "Lukas, our archivist found the frame drawings of the K1 from 1962, coffee ring included. I scan them this week.",
    ),
    (
        "zoe.plakat",
        "Zoë, the jury read your letter about not calling a poster content. It hangs in our kitchen now. Would you draw the "
        "fair's poster the way you would want to see it on a wall?",
    ),
    (
        "kwameprints",
        "Kwame, the customs office in Accra accepts our form without the stamp, I called them. Eight squeegees go out on "
        "Monday, with the two long ones for the shirts.",
    ),
    (
        "mateo.makes",
        "Mateo, congratulations on Inês! Come to the workshop when the nights are quieter; the teal drum can wait for you.",
    ),
    (
        "chloebinds",
        "Chloé, you were right about the clamp marking soft covers. The felt pads are glued on by hand for now; I would "
        "like you to try to ruin one before we make more. Is your mother settling in near you?",
    ),
    (
        "omarcalligraphy",
        "Omar, the nib you drew on the napkin went to our grinder in Sheffield. He laughed, then he agreed with you.",
    ),
    (
        "samzines",
        "Sam, yes to the table, and no banner on it. We would sooner fold with you in the laundromat than be thanked.",
    ),
    (
        "yuki.riso",
        "Yuki, I send this in your evening. The fluorescent orange returns in small drums in May and the first carries "
        "your name until you have told us whether it fades in the window.",
    ),
    (
        "dmitritype",
        "Dmitri, a caster stands in a cellar in Graz, complete with matrices, and the widow would like it to be used. "
        "Shall I put the two of you in touch?",
    ),
    (
        "amaraprints",
        "Amara, from this month Yaba gets an invoice with thirty days. It took us too long to see that a new shop cannot "
        "pay by card in advance.",
    ),
    (
        "siobhan.press",
        "Siobhán, would you open the spring summit with the poems from the pub? Twenty minutes, "
        "no slides unless you print them.",
    ),
    (
        "nour.letters",
        "Nour, noted: nobody from here calls before noon again. The brightener-free paper is with you on Thursday, "
        "three weights of it.",
    ),
    (
        "joonhopark",
        "Joon-ho, last time you waited eleven days for our answer, that was my fault. The larger sheets exist: 60 by 90, "
        "from the Daegu warehouse, and here is my direct line.",
    ),
    (
        "marisol.grabado",
        "Marisol, may we show the union's poster on our wall of prints? If not, it stays in your workshop and I still "
        "think the hands are the best you have cut.",
    ),
    (
        "declanpress",
        "Declan, a straight answer: the gear for your platen is not made any more. We found a shop in Limerick that cuts "
        "it from your broken one, and we pay, because the delivery in 2025 was our mess.",
    ),
    (
        "mei.riso",
        "Mei, third printing of the night markets! I bought the last two copies in Taipei and gave one to our ink chemist, "
        "who now wants to know how you got that green.",
    ),
    (
        "islabinds",
        "Isla, no hurry at all with the thread test, January matters more. The gray that is actually gray is in the box.",
    ),
    (
        "fatou.wax",
        "Fatou, the offcuts for Saturday's girls come from our sampling room, forty meters, already washed.",
    ),
    (
        "annekeriso",
        "Anneke, thank you for the review. Nobody here enjoyed the part about the lid, and it is fixed in the March series.",
    ),
    (
        "peternovotny",
        "Peter, your plate with the pinholes went through every hand in the laboratory. "
        "They ask whether you would teach them for a day, in Brno if traveling is tiresome.",
    ),
    (
        "camila.grabados",
        "Camila, the glacier block in the photograph looks cold to the touch. When the book is out I would like to "
        "come to Santiago and carry a box of them home.",
    ),
    (
        "leomarchetti",
        "Leo, the torque figures that you measured are better than our manual's. May the new edition quote you by name?",
    ),
    (
        "renata.acquaforte",
        "Renata, I still talk about the Thursday soup. The blanket you wanted to last longer than a season is woven, in Biella.",
    ),
)
