"""The MkDocs theme `propositie`: how the public edition looks."""

import os
import sys
from importlib import import_module

# Material tells whoever builds, in English, which programs may come after it. That is news for
# who maintains propositie, and noise among messages for staff.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

if "mkdocs.__main__" in sys.modules:  # MkDocs has yet to tell what is wrong with its settings
    import_module("propositie.plugin.errors").speak_dutch()
