"""The judge with a folder of its own, before the forger's documents."""

from __future__ import annotations

from pathlib import Path

from demo.card.forgeries import Specimen
from devices.card.trust.intake import take_in
from devices.card.trust.judge import PassiveAuthentication
from devices.card.trust.store import CountrySigners
from devices.contracts import ChipFiles, ChipProof, Verdict


def judge_of(specimen: Specimen, folder: Path) -> PassiveAuthentication:
    """A judge who was given what the specimen's kiosk knows."""
    for number, octets in enumerate(specimen.known):
        take_in(octets, f"{number}.der", folder, specimen.today)
    return PassiveAuthentication(CountrySigners(folder))


def verdict_of(
    specimen: Specimen, folder: Path | None = None, judge: PassiveAuthentication | None = None
) -> Verdict:
    """What the kiosk's judge says of it."""
    if judge is None:
        assert folder is not None
        judge = judge_of(specimen, folder)
    files = ChipFiles(
        specimen.groups,
        specimen.sod,
        ChipProof(specimen.proof),
        specimen.expiry,
        specimen.issuer,
        specimen.card_security,
    )
    return judge.verdict(files, specimen.today)
