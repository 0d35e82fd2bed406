"""What the seu answers (docs/seu-api.yaml), as frozen models that hold it to the letter.

Members that a model does not know are ignored, but where the contract is closed on purpose. Types that hold
personal data show nothing of it in `repr`.
"""

from kiosk.seu.models.answer import (
    Answer,
    Failed,
    FailureKind,
    Secret,
)
from kiosk.seu.models.catalogue import (
    Catalogue,
    CatalogueNotice,
    CatalogueService,
    DataProtection,
    Documents,
    FromHome,
    Office,
    PadroCatalogue,
    Purpose,
    Town,
    in_language,
)
from kiosk.seu.models.identity import (
    Accepted,
    Assurance,
    Attempt,
    Challenge,
    CodeSent,
    Evidence,
    LastAccess,
    ProofName,
    Refused,
    Wrong,
)
from kiosk.seu.models.padro import (
    CopyReason,
    DocumentFacts,
    Issue,
    Offer,
    OfferId,
    Offers,
    PaperOutcome,
    Rendition,
)
from kiosk.seu.models.people import (
    Heard,
    HelpCall,
)
from kiosk.seu.models.turns import (
    Queue,
    Turn,
    TurnPlace,
    TurnsCatalogue,
)

__all__ = [
    "Accepted",
    "Answer",
    "Assurance",
    "Attempt",
    "Catalogue",
    "CatalogueNotice",
    "CatalogueService",
    "Challenge",
    "CodeSent",
    "CopyReason",
    "DataProtection",
    "DocumentFacts",
    "Documents",
    "Evidence",
    "Failed",
    "FailureKind",
    "FromHome",
    "Heard",
    "HelpCall",
    "Issue",
    "LastAccess",
    "Offer",
    "OfferId",
    "Offers",
    "Office",
    "PadroCatalogue",
    "PaperOutcome",
    "ProofName",
    "Purpose",
    "Queue",
    "Refused",
    "Rendition",
    "Secret",
    "Town",
    "Turn",
    "TurnPlace",
    "TurnsCatalogue",
    "Wrong",
    "in_language",
]
