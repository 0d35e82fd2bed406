"""The dozen functions of PKCS#11 that are needed, called in a module through ctypes (PKCS#11 2.40).

python-pkcs11 and PyKCS11 take the PIN as immutable text or bytes (docs/decisions/0005): here C_Login reads it
from the caller's own buffer.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Self

CKR_OK = 0x000
CKR_KEY_HANDLE_INVALID = 0x060
CKR_TOKEN_NOT_RECOGNIZED = 0x0E1

CKF_TOKEN_INITIALIZED = 0x400
CKF_USER_PIN_COUNT_LOW = 0x1_0000
CKF_USER_PIN_FINAL_TRY = 0x2_0000
CKF_USER_PIN_LOCKED = 0x4_0000

CKM_RSA_PKCS = 0x0001
CKM_ECDSA = 0x1041

_CKF_OS_LOCKING_OK = 0x2
_CKF_SERIAL_SESSION = 0x4
_CKU_USER, _CKU_CONTEXT_SPECIFIC = 1, 2
_CKO_CERTIFICATE, _CKO_PRIVATE_KEY = 1, 3
_CKA_CLASS, _CKA_VALUE, _CKA_ID, _CKA_ALWAYS_AUTHENTICATE = 0x000, 0x011, 0x102, 0x202

_FUNCTIONS = (
    "C_Initialize", "C_Finalize", "C_GetInfo", "C_GetFunctionList", "C_GetSlotList", "C_GetSlotInfo",
    "C_GetTokenInfo", "C_GetMechanismList", "C_GetMechanismInfo", "C_InitToken", "C_InitPIN", "C_SetPIN",
    "C_OpenSession", "C_CloseSession", "C_CloseAllSessions", "C_GetSessionInfo", "C_GetOperationState",
    "C_SetOperationState", "C_Login", "C_Logout", "C_CreateObject", "C_CopyObject", "C_DestroyObject",
    "C_GetObjectSize", "C_GetAttributeValue", "C_SetAttributeValue", "C_FindObjectsInit", "C_FindObjects",
    "C_FindObjectsFinal", "C_EncryptInit", "C_Encrypt", "C_EncryptUpdate", "C_EncryptFinal", "C_DecryptInit",
    "C_Decrypt", "C_DecryptUpdate", "C_DecryptFinal", "C_DigestInit", "C_Digest", "C_DigestUpdate",
    "C_DigestKey", "C_DigestFinal", "C_SignInit", "C_Sign",
)  # fmt: skip
"""As CK_FUNCTION_LIST begins (PKCS#11 2.40, 3.6)."""

_MOST_SLOTS = 64
_MOST_OBJECTS = 32
_LONGEST_VALUE = 16384
"""Bytes of a certificate, an id or a signature; a module that claims more is not believed."""

_ulong = ctypes.c_ulong


class _Version(ctypes.Structure):
    _fields_ = (("major", ctypes.c_ubyte), ("minor", ctypes.c_ubyte))


class _FunctionList(ctypes.Structure):
    _fields_ = (("version", _Version), ("functions", ctypes.c_void_p * len(_FUNCTIONS)))


class _InitializeArguments(ctypes.Structure):
    _fields_ = (("mutexes", ctypes.c_void_p * 4), ("flags", _ulong), ("reserved", ctypes.c_void_p))


class _SlotInfo(ctypes.Structure):
    _fields_ = (
        ("description", ctypes.c_ubyte * 64), ("maker", ctypes.c_ubyte * 32), ("flags", _ulong),
        ("hardware", _Version), ("firmware", _Version),
    )  # fmt: skip


class _TokenInfo(ctypes.Structure):
    _fields_ = (
        ("label", ctypes.c_ubyte * 32), ("maker", ctypes.c_ubyte * 32), ("model", ctypes.c_ubyte * 16),
        ("serial", ctypes.c_ubyte * 16), ("flags", _ulong), ("sizes", _ulong * 10),
        ("hardware", _Version), ("firmware", _Version), ("time", ctypes.c_ubyte * 16),
    )  # fmt: skip


class _Attribute(ctypes.Structure):
    _fields_ = (("type", _ulong), ("value", ctypes.c_void_p), ("length", _ulong))


class _Mechanism(ctypes.Structure):
    _fields_ = (("mechanism", _ulong), ("parameter", ctypes.c_void_p), ("length", _ulong))


class CryptokiError(Exception):
    """A function did not answer CKR_OK."""

    def __init__(self, value: int) -> None:
        super().__init__(f"CKR {value:#x}")
        self.value = value


class Module:
    """A module that was loaded and initialised. A context, left by C_Finalize."""

    def __init__(self, path: str) -> None:
        """Raises `OSError` or `AttributeError` where it is no module, `CryptokiError` where it fails."""
        library = ctypes.CDLL(path)
        listed = ctypes.POINTER(_FunctionList)()
        library.C_GetFunctionList.restype = _ulong
        _want(library.C_GetFunctionList(ctypes.byref(listed)))
        prototype = ctypes.CFUNCTYPE(_ulong)
        self._call = {
            name: prototype(address)
            for name, address in zip(_FUNCTIONS, listed.contents.functions, strict=True)
            if address
        }
        locking = _InitializeArguments(flags=_CKF_OS_LOCKING_OK)
        self._do("C_Initialize", ctypes.byref(locking))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._call["C_Finalize"](None)

    def slots(self) -> list[int]:
        """Those with a token."""
        numbers, count = (_ulong * _MOST_SLOTS)(), _ulong(_MOST_SLOTS)
        self._do("C_GetSlotList", ctypes.c_ubyte(1), numbers, ctypes.byref(count))
        return list(numbers[: count.value])

    def description(self, slot: int) -> str:
        """What the module calls the slot; OpenSC: the reader's name, cut to 64 bytes."""
        about = _SlotInfo()
        self._do("C_GetSlotInfo", _ulong(slot), ctypes.byref(about))
        return bytes(about.description).decode("utf-8", "replace").rstrip(" \0")

    def token_flags(self, slot: int) -> int:
        """What the token says of itself, and of its PIN."""
        about = _TokenInfo()
        self._do("C_GetTokenInfo", _ulong(slot), ctypes.byref(about))
        return int(about.flags)

    @contextmanager
    def session(self, slot: int) -> Iterator[Session]:
        """A session that only reads, and is closed whatever happens."""
        handle = _ulong()
        self._do("C_OpenSession", _ulong(slot), _ulong(_CKF_SERIAL_SESSION), None, None, ctypes.byref(handle))
        try:
            yield Session(self, handle)
        finally:
            self._call["C_CloseSession"](handle)

    def _do(self, name: str, *arguments: object) -> None:
        _want(self._call[name](*arguments))


class Session:
    """With one token."""

    def __init__(self, module: Module, handle: _ulong) -> None:
        self._module, self._handle = module, handle

    def certificates(self) -> Iterator[tuple[bytes, bytes]]:
        """The id and DER of each certificate that is seen."""
        for certificate in self._objects(_CKO_CERTIFICATE):
            value = self._attribute(certificate, _CKA_VALUE)
            if value:
                yield self._attribute(certificate, _CKA_ID), value

    @contextmanager
    def logged_in(self, pin: bytearray) -> Iterator[None]:
        """Log in with the PIN where it lies; log out whatever happens."""
        self._login(_CKU_USER, pin)
        try:
            yield
        finally:
            self._module._call["C_Logout"](self._handle)

    def sign(self, key_id: bytes, mechanism: int, content: bytes, pin: bytearray) -> bytes:
        """The signature as the module makes it, of a key that may want the PIN for each signature."""
        keys = self._objects(_CKO_PRIVATE_KEY, key_id)
        if not keys:
            raise CryptokiError(CKR_KEY_HANDLE_INVALID)
        asked = _Mechanism(mechanism=mechanism)
        self._do("C_SignInit", ctypes.byref(asked), _ulong(keys[0]))
        if self._attribute(keys[0], _CKA_ALWAYS_AUTHENTICATE) == b"\x01":
            self._login(_CKU_CONTEXT_SPECIFIC, pin)
        signature, length = (ctypes.c_ubyte * _LONGEST_VALUE)(), _ulong(_LONGEST_VALUE)
        self._do("C_Sign", content, _ulong(len(content)), signature, ctypes.byref(length))
        return bytes(signature[: length.value])

    def _login(self, user: int, pin: bytearray) -> None:
        where = (ctypes.c_ubyte * len(pin)).from_buffer(pin)
        self._do("C_Login", _ulong(user), where, _ulong(len(pin)))

    def _objects(self, kind: int, key_id: bytes | None = None) -> Sequence[int]:
        wanted = [(_CKA_CLASS, bytes(_ulong(kind)))]
        if key_id is not None:
            wanted.append((_CKA_ID, key_id))
        held = [ctypes.create_string_buffer(value, len(value)) for _, value in wanted]
        template = (_Attribute * len(wanted))(
            *(
                _Attribute(name, ctypes.addressof(place), len(value))
                for (name, value), place in zip(wanted, held, strict=True)
            )
        )
        self._do("C_FindObjectsInit", template, _ulong(len(wanted)))
        found, count = (_ulong * _MOST_OBJECTS)(), _ulong()
        try:
            self._do("C_FindObjects", found, _ulong(_MOST_OBJECTS), ctypes.byref(count))
        finally:
            self._module._call["C_FindObjectsFinal"](self._handle)
        return list(found[: count.value])

    def _attribute(self, thing: int, name: int) -> bytes:
        """Empty where the object does not have it, or keeps it to itself."""
        place = ctypes.create_string_buffer(_LONGEST_VALUE)
        asked = _Attribute(name, ctypes.addressof(place), _LONGEST_VALUE)
        answer = self._module._call["C_GetAttributeValue"](
            self._handle, _ulong(thing), ctypes.byref(asked), _ulong(1)
        )
        known = answer == CKR_OK and asked.length <= _LONGEST_VALUE
        return place.raw[: asked.length] if known else b""

    def _do(self, name: str, *arguments: object) -> None:
        _want(self._module._call[name](self._handle, *arguments))


def _want(value: int) -> None:
    if value != CKR_OK:
        raise CryptokiError(value)
