"""The addresses of the pages of the werkboek."""

from ..handbook import HANDBOOK_ADDRESS

HOME = ""
BEVINDINGEN = "bevindingen/"
ZES_STAPPEN = "zes-stappen/"
KALENDER = "kalender/"
VERANTWOORDING = "verantwoording/"
KLANTSTEM = "klantstem/"
VERNIEUWING = "vernieuwing/"
OPDRACHTEN = "opdrachten/"
MEEDOEN = "meedoen/"
KIT = "kit/"
HANDBOEK = HANDBOOK_ADDRESS

CALENDAR_FILE = f"{KALENDER}kalender.ics"
"""The same days for the calendar on a telephone or computer."""

MENU = (BEVINDINGEN, ZES_STAPPEN, KALENDER, VERANTWOORDING, KIT, HANDBOEK)
"""The pages in the menu, in order."""


def of_kit(folder: str) -> str:
    """The overview of one kit, which stands in the folder of that name."""
    return f"{KIT}{folder}/"
