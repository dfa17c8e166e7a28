"""The addresses of pages that belong to no kind; those of a kind follow from its declaration."""

HOME = ""
CONTACT = "contact/"
GEWOON = "gewoon/"
OPDRACHTGEVERS = "opdrachtgevers/"
TOEGANKELIJKHEID = "toegankelijkheid/"
ZOEKEN = "zoeken/"
