"""The MkDocs theme `propositie`: how the public edition looks."""
