"""What can be plugged in, as small protocols; what it says, as frozen unions that a screen can explain.

Nothing here knows a citizen service, a screen or Qt. Types with personal data redact themselves in `repr`.
"""

from devices.contracts.document import (
    Can,
    CardReading,
    ChipEvidence,
    ChipFiles,
    ChipProof,
    Document,
    DocumentKind,
    Judge,
    Mrz,
    Verdict,
)
from devices.contracts.printer import (
    Advancing,
    Dots,
    Held,
    JobReport,
    NotPrinted,
    Printed,
    Printer,
    PrinterStatus,
    PrintOutcome,
    Uncertain,
)
from devices.contracts.reader import (
    CardReader,
    ReaderState,
    ReadFailure,
    ReadProgress,
    ReadStep,
)
from devices.contracts.scanner import (
    Scan,
    ScanKind,
    Scanner,
)
from devices.contracts.signing import (
    PinTries,
    Signed,
    SigningCard,
    SigningFailure,
)

__all__ = [
    "Advancing",
    "Can",
    "CardReader",
    "CardReading",
    "ChipEvidence",
    "ChipFiles",
    "ChipProof",
    "Document",
    "DocumentKind",
    "Dots",
    "Held",
    "JobReport",
    "Judge",
    "Mrz",
    "NotPrinted",
    "PinTries",
    "PrintOutcome",
    "Printed",
    "Printer",
    "PrinterStatus",
    "ReadFailure",
    "ReadProgress",
    "ReadStep",
    "ReaderState",
    "Scan",
    "ScanKind",
    "Scanner",
    "Signed",
    "SigningCard",
    "SigningFailure",
    "Uncertain",
    "Verdict",
]
