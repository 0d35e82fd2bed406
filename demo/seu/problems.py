"""The problems of the contract (RFC 9457): type, status, title in the person's language."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum

from demo.seu.words import Language, Words


class Kind(Enum):
    """Type (after `urn:zonablava:problem:`), status and title."""

    KEY_MISSING = (
        "idempotency-key-missing",
        400,
        Words("Falta Idempotency-Key", "Falta Idempotency-Key", "Idempotency-Key is missing"),
    )
    KIOSK_UNKNOWN = (
        "kiosk-unknown",
        401,
        Words("Aquest quiosc no és conegut", "Este quiosco no es conocido", "This kiosk is not known"),
    )
    SESSION_ENDED = (
        "session-ended",
        401,
        Words("La sessió s’ha acabat", "La sesión ha terminado", "The session has ended"),
    )
    ANOTHER_KIOSK = (
        "another-kiosk",
        403,
        Words(
            "Aquesta identitat és d’un altre quiosc",
            "Esta identidad es de otro quiosco",
            "This identity is of another kiosk",
        ),
    )
    ASSURANCE_TOO_LOW = (
        "assurance-too-low",
        403,
        Words(
            "Per a aquest cal demostrar millor qui sou",
            "Para este hay que demostrar mejor quién es",
            "This one asks for a stronger proof of who you are",
        ),
    )
    NOT_FOUND = ("not-found", 404, Words("No s’ha trobat", "No se ha encontrado", "Not found"))
    METHOD = ("method-not-allowed", 405, Words("Mètode no admès", "Método no admitido", "Method not allowed"))
    KEY_REUSED = (
        "idempotency-key-reused",
        409,
        Words(
            "Aquesta Idempotency-Key ja s’ha fet servir per a una altra cosa",
            "Esta Idempotency-Key ya se ha usado para otra cosa",
            "This Idempotency-Key was used for something else",
        ),
    )
    EVIDENCE_MISSING = (
        "evidence-missing",
        409,
        Words("Primer cal el document", "Primero hace falta el documento", "Evidence comes first"),
    )
    EVIDENCE_GIVEN = (
        "evidence-given",
        409,
        Words(
            "Aquest repte ja té el document",
            "Este reto ya tiene el documento",
            "This challenge has its evidence",
        ),
    )
    CHALLENGE_CLOSED = (
        "challenge-closed",
        409,
        Words("Aquest repte és tancat", "Este reto está cerrado", "This challenge is closed"),
    )
    AT_THE_DESK = (
        "given-at-the-desk",
        409,
        Words("Aquest el donem al taulell", "Este lo damos en el mostrador", "This one is given at the desk"),
    )
    SLOT_GONE = (
        "slot-gone",
        409,
        Words(
            "Aquesta hora l’acaba d’agafar algú altre",
            "Otra persona acaba de coger esta hora",
            "Somebody has just taken this hour",
        ),
    )
    ALREADY_BOOKED = (
        "already-booked",
        409,
        Words(
            "Ja teniu una cita per a això", "Ya tiene una cita para esto", "You have an appointment for this"
        ),
    )
    HANDOVER_TAKEN = (
        "handover-taken",
        409,
        Words("Aquest torn ja s’ha agafat", "Este turno ya se ha cogido", "It was taken over already"),
    )
    HOLD_ENDED = (
        "hold-ended",
        410,
        Words("L’hora ja no es guarda", "La hora ya no se guarda", "The hour is not held any more"),
    )
    CHALLENGE_EXPIRED = (
        "challenge-expired",
        410,
        Words("Aquest repte ha caducat", "Este reto ha caducado", "This challenge has expired"),
    )
    CODE_EXPIRED = (
        "code-expired",
        410,
        Words("Aquest codi ja no val", "Este código ya no vale", "This code has expired"),
    )
    BODY_TOO_LARGE = (
        "body-too-large",
        413,
        Words("El cos és massa gran", "El cuerpo es demasiado grande", "The body is too large"),
    )
    MEDIA_TYPE = (
        "unsupported-media-type",
        415,
        Words("El cos ha de ser JSON", "El cuerpo ha de ser JSON", "The body has to be JSON"),
    )
    NOT_VALID = (
        "request-not-valid",
        422,
        Words(
            "La petició no compleix el contracte",
            "La petición no cumple el contrato",
            "The request does not keep the contract",
        ),
    )
    EVIDENCE_UNREADABLE = (
        "evidence-unreadable",
        422,
        Words("El document no es pot llegir", "El documento no se puede leer", "The evidence cannot be read"),
    )
    NO_TURNS_LEFT = (
        "no-turns-left",
        409,
        Words("Els torns d’avui s’han acabat", "Los turnos de hoy se han acabado", "Today’s turns are gone"),
    )
    PROOF_NOT_ACCEPTED = (
        "proof-not-accepted",
        422,
        Words("Aquesta prova no s’accepta", "Esta prueba no se acepta", "This proof is not accepted"),
    )
    NOT_OFFERED = (
        "not-offered",
        422,
        Words("El catàleg no té això", "El catálogo no tiene esto", "The catalogue does not have this"),
    )
    CONTACT_NOT_PROVEN = (
        "contact-not-proven",
        422,
        Words(
            "Aquest no és el mòbil del codi",
            "Este no es el móvil del código",
            "This is not the phone to which the code was sent",
        ),
    )
    TOO_MANY_CODES = (
        "too-many-codes",
        429,
        Words("No es poden enviar més codis", "No se pueden enviar más códigos", "No more codes can be sent"),
    )
    TOO_MANY_REQUESTS = (
        "too-many-requests",
        429,
        Words("Massa intents seguits", "Demasiados intentos seguidos", "Too many requests"),
    )
    INTERNAL = (
        "internal",
        500,
        Words(
            "El sistema de l’Ajuntament ha fallat",
            "El sistema del Ayuntamiento ha fallado",
            "The town hall’s system failed",
        ),
    )

    @property
    def status(self) -> int:
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a request that breaks the contract, and the rule it breaks; never what stood there."""

    where: str
    rule: str


class Problem(Exception):
    """What a call ends with instead of an answer."""

    def __init__(self, kind: Kind, errors: tuple[Where, ...] = (), *, back_at: str = "") -> None:
        """`back_at`: when what is refused can be had again (RFC 3339)."""
        super().__init__(kind.name)
        self.kind = kind
        self.errors = errors
        self.back_at = back_at

    def body(self, language: Language) -> bytes:
        name, status, title = self.kind.value
        members: dict[str, object] = {
            "type": f"urn:zonablava:problem:{name}",
            "title": title.in_(language),
            "status": status,
        }
        if self.errors:
            members["errors"] = [{"where": e.where, "rule": e.rule} for e in self.errors]
        if self.back_at:
            members["back_at"] = self.back_at
        return json.dumps(members, ensure_ascii=False).encode()
