"""Headers, word for word in small plain letters, in the languages and products they come from."""

from influencers.importing.mapping.targets import Field

PHRASES: dict[Field, str] = {
    Field.NAME: "channel title|name of influencer|name of creator|name full|"
    "name|full name|fullname|display name|displayname|real name|contact name|contact|person|person name|"
    "creator|creator name|influencer|influencer name|ambassador|advocate|member|member name|talent|artist|"
    "vor und nachname|vollstandiger name|anzeigename|kontakt|nom complet|nom et prenom|nombre completo|"
    "nombre y apellidos|nome completo|navn|namn|naam",
    Field.FIRST: "nombre|"
    "first name|firstname|given name|forename|vorname|prenom|first|fname|primer nombre|nome|voornaam",
    Field.MIDDLE: "middle name|middlename|zweiter vorname|additional name|second name",
    Field.LAST: "nom|"
    "last name|lastname|surname|family name|nachname|familienname|nom de famille|apellido|apellidos|"
    "cognome|lname|last|achternaam|zuname",
    Field.NICKNAME: "nickname|nick|spitzname|rufname|called|goes by|preferred name|surnom|apodo",
    Field.PRONOUNS: "pronouns|pronomen|gender pronouns",
    Field.HANDLE: "nickname handle|username handle|handle username|social username|"
    "handle|handles|username|user name|screen name|screenname|account|account name|social handle|"
    "social media handle|benutzername|nutzername|kontoname|profil|profile|profile name|channel info|pseudo|"
    "nom d utilisateur|usuario|nombre de usuario|identifiant|channel|kanal|kanalname|channel name|konto",
    Field.LINK: "channel url|channel link|handle url|page url|"
    "url|link|profile url|profile link|media url|social url|social link|profil url|profillink|"
    "profil link|account url|social media|social media link|public profile url",
    Field.PLATFORM: "platform|network|social network|plattform|netzwerk|social platform|channel type|plateforme|"
    "red social",
    Field.FOLLOWERS: "followers|follower|follower count|followers count|followers numbers|number of followers|"
    "subscribers|subscriber|subscribers count|subscriber count|subs|fans|fan count|abonnenten|abonnentenzahl|"
    "anzahl follower|followerzahl|abonnes|seguidores|audience size|total followers|followers total",
    Field.EMAIL: "email adress|e mail address 1|mail address|"
    "email|e mail|mail|email address|e mail address|email addresses|emails|e mails|e mail adresse|"
    "emailadresse|mailadresse|mail adresse|e mailadresse|adresse e mail|adresse mail|courriel|correo|"
    "correo electronico|contact email|business email|work email|personal email|private email|primary email|"
    "e mail geschaftlich|e mail privat|indirizzo email|e post|e mail 2 address|e mail 3 address|email work|"
    "email home|email private|email business",
    Field.PHONE: "mobile no|phone no|telephone no|telefon mobil|telefon privat|cell number|contact number|"
    "handynr|tel nr|telefonnr|"
    "phone|phones|phone number|phone numbers|telephone|tel|mobile|mobile phone|mobile number|cell|"
    "cell phone|home phone|business phone|work phone|telefon|telefonnummer|handy|handynummer|mobil|mobilnummer|"
    "telephone number|telefono|whatsapp|primary phone|business phone 2|home phone 2|other phone|portable|gsm",
    Field.COUNTRY: "country|country region|country code|land|pays|pais|paese|staat|country of residence|nation",
    Field.CITY: "city|town|stadt|ort|wohnort|ville|ciudad|citta|business city|home city|plaats|location city",
    Field.LANGUAGE: "language|languages|sprache|sprachen|langue|idioma|lingua",
    Field.TIME_ZONE: "time zone|timezone|zeitzone|fuseau horaire|zona horaria",
    Field.STREET: "street name|street address 1|street address 2|strasse hausnummer|strasse und hausnummer|"
    "street|street address|address1|address2|address 1|address 2|address line 1|address line 2|strasse|"
    "street 1|street 2|line1|line2|business street|home street|adresszeile 1|adresszeile 2|rue|calle|hausnummer|"
    "address line1|address line2|street line 1|street line 2",
    Field.POSTCODE: "postcode|postal code|postalcode|zip|zipcode|zip code|zip postal code|plz|postleitzahl|"
    "code postal|codigo postal|cap|business postal code|home postal code",
    Field.REGION: "state|state region|province|region|county|bundesland|kanton|business state|home state|provincia",
    Field.ADDRESS: "address|postal address|mailing address|shipping address|full address|adresse|anschrift|"
    "postanschrift|lieferadresse|direccion|indirizzo",
    Field.BIRTHDAY: "birthday|birth date|birthdate|date of birth|dob|geburtstag|geburtsdatum|anniversaire|"
    "date de naissance|cumpleanos|fecha de nacimiento|data di nascita|bday",
    Field.DATE: "joined|joined on|date joined|join date|member since|since|seit|dabei seit|mitglied seit|start date|"
    "date added|added on|added|connected on|create date|created|created at|created on|person created|signup date|"
    "startdatum|beitrittsdatum|anniversary|last activity date|depuis|desde",
    Field.TOPICS: "topics|topic|category|categories of content|category 1|category 2|category 3|kategorie|kategorien|"
    "niche|niches|interests|interessen|themen|thema|vertical|verticals|content category|categoria|categorie",
    Field.COMPANY: "company organization|organization company|name of company|brand|"
    "company|company name|organization|organisation|organization name|firma|unternehmen|entreprise|"
    "empresa|person organization|associated company|employer|arbeitgeber|agency|agentur|societe|azienda",
    Field.WEBSITE: "external url|external link|blog link|website link|url website|"
    "website|web site|web page|webpage|webseite|homepage|blog|blog url|website url|site web|sitio web|"
    "sito web|site|personal website",
    Field.NOTES: "notes|note|notizen|notiz|comment|comments|kommentar|kommentare|remarks|bemerkung|bemerkungen|"
    "anmerkung|anmerkungen|bio|biography|biografie|about|description|beschreibung|remarques|notas|appunti",
    Field.TAGS: "tags|tag|labels|label|categories|groups|group|gruppe|gruppen|schlagworte|schlagworter|stichworte|"
    "lists|list|etiquetas|etiquettes|person label",
}
