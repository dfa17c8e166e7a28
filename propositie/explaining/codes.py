"""The codes of what can be wrong with a file, as the handbook explains them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Explanation(NamedTuple):
    """What a code means: a title, and why it matters with the way out."""

    title: str
    why: str


READING_CODES: Mapping[str, Explanation] = {
    "V01": Explanation(
        "Het bestand is geen gewone tekst",
        "Een YAML-bestand is platte tekst in UTF-8. Een tekstverwerker bewaart iets anders. "
        "Open het bestand in een gewone teksteditor en bewaar het als UTF-8.",
    ),
    "V02": Explanation(
        "De YAML is niet te lezen",
        "YAML luistert nauw: een spatie na de dubbele punt, gelijke inspringing, en "
        "aanhalingstekens die weer sluiten. De melding wijst de plek aan.",
    ),
    "V03": Explanation(
        "Dit ding bestaat niet",
        "Dingen verwijzen naar elkaar met de naam van het bestand, zonder .yml. "
        "Kijk of het bestand er staat en of de naam precies gelijk is.",
    ),
    "V04": Explanation(
        "Dit veld bestaat niet",
        "Wat het programma niet kent, laat het niet stilletjes weg. Meestal is het een tikfout.",
    ),
    "V05": Explanation(
        "Een veld staat er twee keer",
        "Van twee gelijke velden zou er één verdwijnen. Voeg ze samen of haal er een weg.",
    ),
    "V06": Explanation(
        "Een verplicht veld ontbreekt",
        "Zonder dit veld is er geen goede pagina te maken. Een leeg veld telt als afwezig.",
    ),
    "V07": Explanation(
        "Een lijst, tekst of groep op de verkeerde plek",
        "Sommige velden zijn één tekst, andere een lijst met streepjes, andere een groep met "
        "eigen velden. De melding zegt welke vorm hier hoort.",
    ),
    "V08": Explanation(
        "De waarde past niet bij het veld",
        "Een datum, bedrag, tijd, adres of nummer staat er zo dat het programma het niet begrijpt.",
    ),
    "V09": Explanation(
        "Een tab in de inspringing",
        "YAML kent geen tabs. Gebruik spaties, twee per trap.",
    ),
    "V10": Explanation(
        "Een bijzonder teken van YAML",
        "Een tekst die met &, * of ! begint, betekent in YAML iets bijzonders dat jullie niet "
        "nodig hebben. Zet de tekst tussen aanhalingstekens.",
    ),
    "V11": Explanation(
        "Het bestand is te groot of te diep",
        "Zo'n bestand is meestal per ongeluk geplakt. Haal eruit wat er niet in hoort.",
    ),
    "V12": Explanation(
        "De bestandsnaam kan geen adres worden",
        "De naam van het bestand wordt het adres van de pagina: alleen kleine letters a tot en "
        "met z, cijfers en streepjes.",
    ),
    "V13": Explanation(
        "Dit bestand wordt nergens gelezen",
        "Wat in de map huis staat en niet meedoet, is vaak een vergissing: een andere "
        "bestandsnaam, een verkeerde map, een beeld dat niemand noemt.",
    ),
    "V14": Explanation(
        "Een beeld, bijlage of letter ontbreekt of is niet te gebruiken",
        "Een beeld staat naast het bestand dat het noemt, als jpg, png, webp of svg; een letter "
        "als woff2; een bijlage naast de pagina die ernaar verwijst.",
    ),
    "V15": Explanation(
        "Het huis is niet compleet",
        "Een huis heeft minstens organisatie.yml en merk.yml.",
    ),
    "V16": Explanation(
        "Een onveilige link",
        "Een link mag niets uitvoeren bij de bezoeker. Alleen webadressen, e-mail en telefoon "
        "mogen.",
    ),
    "V17": Explanation(
        "Deze keuze bestaat niet",
        "Dit veld kent een vaste rij keuzes. De melding noemt ze.",
    ),
    "V18": Explanation(
        "De schrijver van een stuk bestaat niet",
        "Bij een stuk staan de naam en het portret van wie het schreef. Die komen uit de map "
        "medewerkers: noem bij auteur de naam van dat bestand, zonder .yml.",
    ),
    "V19": Explanation(
        "Een foto vertelt waar zij gemaakt is",
        "Een telefoon bewaart bij elke foto de plek, vaak tot op het huis. De site haalt dat "
        "eruit, maar het bestand zelf ligt in de repository, en Git bewaart het.",
    ),
    "V20": Explanation(
        "Een link zonder adres",
        "Een link als [woorden][naam] haalt zijn adres uit een regel [naam]: adres onder dezelfde "
        "tekst. Zonder die regel staan de haken letterlijk op de site.",
    ),
    "V21": Explanation(
        "Het adres van een link of beeld klopt niet",
        "Een adres op een andere site begint met https://, een e-mailadres met mailto:, en een "
        "bestand op uw eigen computer kan niemand anders openen.",
    ),
    "V22": Explanation(
        "Een bestand naast de pagina's waar niets heen leidt",
        "Wat in de map paginas ligt, is voor bezoekers bedoeld. Een concept in Word, een kladje of "
        "een programma hoort er niet, en een pdf waar geen link heen gaat vindt niemand.",
    ),
    "V23": Explanation(
        "Een beeld zonder beschrijving",
        "Wie niet ziet, hoort wat er op een foto staat. Zonder woorden is daar niets.",
    ),
    "V24": Explanation(
        "Een pagina op het adres van een andere",
        "Uit het huis worden al pagina's gemaakt: mensen, aanbod, voor-wie en meer. Twee pagina's "
        "op een adres kan niet.",
    ),
    "V25": Explanation(
        "Een portret dat te klein of te langwerpig is",
        "Van een portret staat op de site het midden, in de vorm vier bij vijf. Van een strook of "
        "een postzegel blijft dan geen gezicht over.",
    ),
    "V26": Explanation(
        "In de instellingen van de site staat iets wat niet kan",
        "In mkdocs.yml staat hoe de site heet en waar alles ligt. MkDocs leest dat bestand voor al "
        "het andere: een fout erin houdt de hele site tegen.",
    ),
}
