"""The addresses of pages that belong to no kind; those of a kind follow from its declaration."""

HOME = ""
CONTACT = "contact/"
DATA = "data/"
GEWOON = "gewoon/"
OVER_ONS = "over-ons/"
OPDRACHTGEVERS = "opdrachtgevers/"
TOEGANKELIJKHEID = "toegankelijkheid/"
ZOEKEN = "zoeken/"


def place_in_contact(id_: str) -> str:
    """Where the contact page tells of a place, beside all others and the number to call."""
    return f"{CONTACT}#{id_}"
