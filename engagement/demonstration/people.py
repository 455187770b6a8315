"""The invented people of the demonstration."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to look after: who they are, what they make, and what a colleague should know."""

    name: str
    pronouns: str
    city: str
    country: str
    craft: str
    platform: str
    handle: str
    followers: int
    fact: str
    wants: str = ""
    avoid: str = ""

    @property
    def called(self) -> str:
        """Their first name."""
        return self.name.split()[0]


def _people(text: str) -> tuple[Person, ...]:
    rows = (line.split("|") for line in text.strip().splitlines())
    return tuple(
        Person(
            name=row[0], pronouns=row[1], city=row[2], country=row[3], craft=row[4], platform=row[5], handle=row[6],
            followers=int(row[7]), fact=row[8], wants=row[9] if len(row) > 9 else "",
            avoid=row[10] if len(row) > 10 else "",
        )
        for row in rows
    )  # fmt: skip


PEOPLE = _people(
    """
Maya Lindqvist|she/her|Gothenburg|Sweden|letterpress|instagram|maya.prints|48200|Runs a studio with her sister in an old bakery|To try the K2 press before the autumn fair|Her split with the Oslo gallery
Tom Okafor|he/him|Bristol|United Kingdom|posters|youtube|tomokaforprints|131000|Teaches evening classes and cycles everywhere|A spare roller for his school
Ana Ruiz|she/her|Valencia|Spain|linocut|instagram|ana.linocut|22400|Running the Valencia marathon in December|Shorter delivery times to Spain
Hiro Tanabe|he/him|Kyoto|Japan|woodblock|youtube|hirotanabe|264000|Learned carving from his grandfather|An introduction to the paper mill in Echizen
Priya Raman|she/her|Chennai|India|risograph|instagram|priya.riso|75800|Makes a zine about street food with her brother|Soy inks that survive the monsoon
Lukas Brandt|he/him|Leipzig|Germany|letterpress|youtube|lukasbrandt|18900|Restores type cases he finds at flea markets|The drawings of the old K1 frame
Zoë Hartmann|she/they|Basel|Switzerland|posters|instagram|zoe.plakat|56300|Has a whippet called Bodoni|To design the poster of our fair|Calling posters 'content'
Kwame Mensah|he/him|Accra|Ghana|screenprint|tiktok|kwameprints|412000|Prints football shirts for the school next door|Squeegees that can be sent to Accra
Freya Olsen|she/her|Bergen|Norway|linocut|instagram|freyaolsen|9800|Lives on a boat from May to September
Mateo Silva|he/him|Lisbon|Portugal|risograph|instagram|mateo.makes|62100|His daughter Inês was born in March|A visit to our workshop
Chloé Dubois|she/her|Lyon|France|bookbinding|youtube|chloebinds|97400|Moved from Paris to be near her mother|A review sample of the small guillotine|Her old publisher
Omar Haddad|he/him|Amman|Jordan|calligraphy|youtube|omarcalligraphy|310000|Writes letters to his students by hand|Help with customs papers
Ingrid Nowak|she/her|Kraków|Poland|etching|instagram|ingrid.etch|15600|Collects enamel signs
Sam Whitfield|they/them|Portland|United States|zines|mastodon|samzines|7300|Organizes the zine fair in a laundromat|A table at our fair
Yuki Mori|she/her|Tokyo|Japan|risograph|instagram|yuki.riso|88700|Only answers in the evening, works at a library|The fluorescent orange ink
Dmitri Vasiliev|he/him|Tbilisi|Georgia|letterpress|youtube|dmitritype|44100|Casts his own type|A second-hand caster
Amara Nwosu|she/her|Lagos|Nigeria|textile|tiktok|amaraprints|520000|Opened a shop in Yaba in June|Invoice instead of card payment
Elif Kaya|she/her|Izmir|Türkiye|marbling|instagram|elif.ebru|133000|Learning Japanese for a residency in Kyoto
Jonas Meier|he/him|Hamburg|Germany|posters|instagram|jonasmeier.print|12700|Plays bass in a band called Makeready
Siobhán O'Brien|she/her|Galway|Ireland|letterpress|instagram|siobhan.press|19300|Prints poems for her father's pub|A talk at the spring summit
Rafael Costa|he/him|Porto|Portugal|screenprint|youtube|rafaprints|71200|Broke his wrist in spring, it has healed
Nour El-Sayed|she/her|Cairo|Egypt|calligraphy|instagram|nour.letters|205000|Speaks at design schools twice a month|Not to be called before noon
Greta Lindholm|she/her|Malmö|Sweden|bookbinding|instagram|gretabinds|8100|Repairs the library's children's books
Pablo Ferrer|he/him|Barcelona|Spain|posters|youtube|pabloferrer|156000|Collects bullfight posters, hates bullfights
Aiko Sato|she/her|Sapporo|Japan|woodblock|instagram|aiko.mokuhanga|31500|Prints snow in forty shades of white
Ben Adler|he/him|Brooklyn|United States|zines|youtube|benadlerzines|24800|Left advertising to make comics|Better English manuals
Leila Farahani|she/her|Berlin|Germany|etching|instagram|leila.etching|27900|Writes a novel on the side
Viktor Horváth|he/him|Budapest|Hungary|letterpress|youtube|viktorpress|16400|Has eleven presses and no car
Marisol Vega|she/her|Oaxaca|Mexico|linocut|instagram|marisol.grabado|92300|Her workshop prints for the teachers' union|To be asked before we repost
Tariq Aziz|he/him|Lahore|Pakistan|calligraphy|instagram|tariqqalam|64700|His son studies in Manchester
Hannah Fischer|she/her|Vienna|Austria|risograph|instagram|hannah.riso|14200|Bakes for every print party
Joon-ho Park|he/him|Seoul|South Korea|posters|youtube|joonhopark|288000|Designs for a baseball club|A faster answer than last time
Noa Levi|she/her|Haifa|Israel|textile|instagram|noa.textile|36600|Dyes with pomegranate
Callum Fraser|he/him|Glasgow|United Kingdom|screenprint|instagram|callumscreen|21900|Prints for a women's football club
Beatriz Almeida|she/her|São Paulo|Brazil|posters|tiktok|bia.cartaz|187000|Pastes poems on walls at night
Ewa Zielińska|she/her|Gdańsk|Poland|linocut|instagram|ewa.lino|11800|Sails on Sundays
Mikkel Sørensen|he/him|Aarhus|Denmark|bookbinding|youtube|mikkelbinds|39500|Builds his own finishing presses
Fatou Diallo|she/her|Dakar|Senegal|textile|instagram|fatou.wax|146000|Teaches wax printing to girls on Saturdays|Sample fabrics
Oskar Nilsson|he/him|Uppsala|Sweden|zines|mastodon|oskarzine|3900|Librarian by day
Renata Bianchi|she/her|Bologna|Italy|etching|instagram|renata.acquaforte|33100|Cooks for her whole house on Thursdays
Declan Murphy|he/him|Cork|Ireland|letterpress|youtube|declanpress|12100|Fell out with us over a late delivery in 2025|A straight answer about spare parts|The word 'logistics'
Mei Chen|she/her|Taipei|Taiwan|risograph|instagram|mei.riso|118000|Her zine about night markets sold out twice
Gabriel Moreau|he/him|Montréal|Canada|screenprint|instagram|gabriel.serigraphie|28400|Skates to work in winter
Isla Campbell|she/her|Edinburgh|United Kingdom|bookbinding|instagram|islabinds|17700|Her first child is due in January
Arjun Patel|he/him|Ahmedabad|India|textile|youtube|arjunblockprint|83900|Revives a block pattern of his village
Sofia Papadaki|she/her|Athens|Greece|marbling|instagram|sofia.marbles|26300|Swims in the sea until November
Willem de Vries|he/him|Rotterdam|Netherlands|posters|instagram|willemposters|41800|Prints for cargo bike couriers
Camila Rojas|she/her|Santiago|Chile|linocut|instagram|camila.grabados|58400|Illustrates a book about glaciers
Erik Halvorsen|he/him|Tromsø|Norway|woodblock|youtube|erikhalvorsen|20600|Prints the northern lights and is tired of jokes about it
Nadia Petrova|she/her|Sofia|Bulgaria|calligraphy|instagram|nadia.letters|15300|Her grandmother's recipes are her favorite texts
Leo Marchetti|he/him|Turin|Italy|letterpress|youtube|leomarchetti|9200|Mechanic who came to printing by repairing presses
Anneke Visser|she/her|Utrecht|Netherlands|risograph|mastodon|annekeriso|6100|Writes honest reviews and never takes money for them
Diego Fuentes|he/him|Bogotá|Colombia|screenprint|tiktok|diegoserigrafia|230000|Prints with former street kids
Hanna Kowalczyk|she/her|Wrocław|Poland|posters|instagram|hanna.plakat|18400|Won the poster biennale in 2024
Theo Laurent|he/him|Brussels|Belgium|zines|instagram|theozine|13900|Has a radio show about paper
Aisha Bello|she/her|Abuja|Nigeria|textile|instagram|aisha.adire|77600|Engineer who dyes at night
Peter Novotny|he/him|Brno|Czechia|etching|youtube|peternovotny|8700|Seventy-four, and the best teacher we know
Lucía Herrera|she/her|Montevideo|Uruguay|bookbinding|instagram|luciaencuaderna|24100|Binds the books of her poet friends
Maximiliane von Hohenberg-Schwarzenstein|she/her|Garmisch-Partenkirchen|Germany|letterpress|instagram|maximiliane.buchdruck|5200|Prints wedding papers and is funny about weddings
Ravi Subramaniam|he/him|Singapore|Singapore|risograph|instagram|ravi.riso|49900|Runs the only riso studio in his neighborhood
"""
)
