"""The pages of the werkboek on which a team gives itself account: how new something is, what
clients say, who cares for volunteers, and whether to take on a commission."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from ..checks.klantstem import newest, rhythm_of
from ..checks.meedoen import carried
from ..dutch import date_in_words
from ..edition import FEWEST
from ..huis import Klantstem
from ..huis.klantstem import Rapportcijfer, Waardering, weigh
from ..huis.opdrachten import HART, HOOFD
from ..pages import Page
from . import addresses
from .builder import WerkboekRenderer

CRITERIA: Mapping[str, str] = {
    "nieuw": "Nieuw: bestond dit nog niet?",
    "toegepast": "Toegepast: wordt het echt gedaan?",
    "breuk": "Een breuk: is het anders dan het was?",
    "impact": "Impact: merken mensen het?",
    "missie": "Missie: brengt het jullie dichterbij?",
}
"""What each criterion of an innovation asks."""
QUESTIONS: Mapping[str, str] = {
    "kennis": "Kunnen wij het?",
    "mensen": "Hebben wij er de mensen voor?",
    "uren_en_geld": "Kan het goed in deze uren en voor dit geld?",
    "zekerheid": "Weten wij waar wij aan toe zijn?",
    "eer": "Is het een eer dat zij ons vragen?",
    "inwoners": "Worden inwoners er beter van?",
    "medewerkers": "Hebben wij er zin in?",
    "begroting": "Zouden wij het ook doen zonder dit geld?",
}
"""What head and heart ask of a commission."""
REASONS: Mapping[str, str] = {
    "tijd": "De tijd paste niet",
    "vervoer": "Het vervoer",
    "prijs": "De prijs",
    "aanbod": "Het was niet wat iemand zocht",
    "contact": "Het klikte niet",
    "gezondheid": "De gezondheid",
    "verhuisd": "Verhuisd",
    "geholpen": "Geholpen: het was niet meer nodig",
    "anders": "Iets anders",
}
"""Why people stay away."""


def vernieuwing(sheet: WerkboekRenderer) -> Iterator[Page]:
    """Every innovation with its test, what stopped included."""
    order = ("proef", "actief", "gestopt")
    found = sorted(
        sheet.material.huis.vernieuwingen.values(), key=lambda v: (order.index(v.status), v.naam)
    )
    yield sheet.render(
        addresses.VERNIEUWING, "vernieuwing", "Vernieuwing",
        "Wat jullie uitproberen, getoetst op vijf punten; en wat gestopt is, met waarom.",
        vernieuwingen=found, criteria=CRITERIA,
        files={v.id: sheet.material.file_of(("vernieuwingen", v.id)) for v in found},
        search_words=" ".join(v.naam for v in found),
    )  # fmt: skip


def klantstem(sheet: WerkboekRenderer) -> Iterator[Page]:
    """What clients said: grades per service over time, wishes, why people left, the rhythm."""
    huis, on_date = sheet.material.huis, sheet.material.on_date
    stemmen = sorted(huis.klantstem.values(), key=lambda s: (s.periode.van, s.id))
    latest = newest(huis.klantstem, on_date)
    wanted = huis.organisatie.keuring.gesprekken_per_week
    leavers: dict[str, list[str]] = defaultdict(list)
    for stem in stemmen:
        for afhaker in stem.afhakers:
            leavers[REASONS[afhaker.waardoor]].append(afhaker.reden)
    wishes = [(stem, wens) for stem in reversed(stemmen) for wens in stem.wensen]
    yield sheet.render(
        addresses.KLANTSTEM, "klantstem", "Klantstem",
        "Wat klanten zeggen: hun cijfers, hun wensen, en waarom mensen wegbleven.",
        periods=[(stem.id, _span(stem)) for stem in stemmen],
        rows=_grades(sheet, stemmen),
        fewest=FEWEST,
        rhythm=rhythm_of(latest, on_date, wanted) if latest is not None else None,
        latest=_span(latest) if latest is not None else "",
        open=[wens.wens for _, wens in wishes if wens.wat_ermee_gedaan is None],
        done=[wens for _, wens in wishes if wens.wat_ermee_gedaan is not None],
        leavers=sorted(leavers.items(), key=lambda item: -len(item[1])),
        remarks=[(_about(sheet, c), c) for stem in reversed(stemmen) for c in stem.cijfers
                 if c.opmerking],
        search_words="wensen cijfers afhakers opmerkingen",
    )  # fmt: skip


def _grades(
    sheet: WerkboekRenderer, stemmen: Sequence[Klantstem]
) -> list[tuple[str, bool, list[Waardering | None]]]:
    """Each service or department by name, whether it is a service that runs, and its grades in each
    period."""
    found: dict[str, dict[str, list[Rapportcijfer]]] = defaultdict(lambda: defaultdict(list))
    for stem in stemmen:
        for cijfer in stem.cijfers:
            if cijfer.datum <= sheet.material.on_date:
                found[_about(sheet, cijfer)][stem.id].append(cijfer)
    diensten = sheet.material.huis.diensten.values()
    running = {dienst.naam for dienst in diensten if dienst.status != "gestopt"}
    return [
        (about, about in running, [_weighed(by_period.get(stem.id, ()), stem) for stem in stemmen])
        for about, by_period in sorted(found.items())
    ]


def _weighed(rows: Sequence[Rapportcijfer], stem: Klantstem) -> Waardering | None:
    if not rows:
        return None
    return weigh((row.cijfer for row in rows), stem.periode.van, stem.periode.tot)


def _about(sheet: WerkboekRenderer, cijfer: Rapportcijfer) -> str:
    """What a grade is about, in words."""
    dienst = sheet.material.huis.diensten.get(cijfer.dienst or "")
    if dienst is not None:
        return dienst.naam
    return f"Afdeling {cijfer.afdeling}" if cijfer.afdeling else "De hele organisatie"


def _span(stem: Klantstem) -> str:
    return f"{date_in_words(stem.periode.van)} t/m {date_in_words(stem.periode.tot)}"


def opdrachten(sheet: WerkboekRenderer) -> Iterator[Page]:
    """Commissions asked for, with head, heart and focus; what is to be decided first."""
    far = sheet.material.on_date + timedelta(days=36500)
    found = sorted(
        sheet.material.huis.opdrachten.values(),
        key=lambda o: (o.besluit is not None, o.datum or far, o.naam),
    )
    koers = sheet.material.huis.organisatie.koers
    yield sheet.render(
        addresses.OPDRACHTEN, "opdrachten", "Opdrachten",
        "Wat jullie gevraagd is: vier vragen van het hoofd, vier van het hart, de koers, en dan ja "
        "of nee.",
        opdrachten=[
            (o, [(QUESTIONS[n], getattr(o.hoofd, n)) for n in HOOFD],
             [(QUESTIONS[n], getattr(o.hart, n)) for n in HART],
             sum(answer is None for _, answer in o.questions))
            for o in found
        ],
        as_=koers.as_ if koers is not None else "",
        files={o.id: sheet.material.file_of(("opdrachten", o.id)) for o in found},
        search_words=" ".join(f"{o.naam} {o.opdrachtgever}" for o in found),
    )  # fmt: skip


def meedoen(sheet: WerkboekRenderer) -> Iterator[Page]:
    """Who cares for whom, and how many that are."""
    huis = sheet.material.huis
    alone = [rol for rol in huis.meedoen.values() if rol.coordinator is None]
    yield sheet.render(
        addresses.MEEDOEN, "meedoen", "Wie begeleidt wie",
        "Vrijwilligers, donateurs en leden: wie er voor hen is, en hoeveel mensen dat samen zijn.",
        carried=carried(huis), alone=sorted(alone, key=lambda rol: rol.naam),
        most=huis.organisatie.keuring.begeleider_aantal,
        on_date=sheet.material.on_date,
        search_words=" ".join(rol.naam for rol in huis.meedoen.values()),
    )  # fmt: skip
