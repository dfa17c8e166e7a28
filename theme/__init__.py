"""The MkDocs theme `propositie`: how the public edition looks."""

import os

# Material tells whoever builds, in English, which programs may come after it. That is news for
# who maintains propositie, and noise among messages for staff.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
