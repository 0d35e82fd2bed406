"""Documents of a demo country in which one thing is not as it should be, and some in which nothing is.

Each says which verdict an honest judge must come to. Written from the standards, with no code of any judge.
"""

from demo.card.forgeries import chips, contents, honest, keys, signers
from demo.card.forgeries.workshop import DOUBTFUL, FORGERIES, Specimen

__all__ = ["DOUBTFUL", "FORGERIES", "Specimen", "chips", "contents", "honest", "keys", "signers"]
