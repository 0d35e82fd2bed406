"""How the C library keeps freed memory: while a page is made, and not beyond a person's session.

Left to itself glibc gives the large pieces of a page back to the kernel after each step, and has them faulted
in again for the next one: a third of what a page costs. Elsewhere than on glibc nothing happens here.
"""

from __future__ import annotations

import ctypes

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3  # malloc.h; mallopt(3)
KEPT = 64 << 20
"""Bytes of freed memory that stay: a sheet of A4, its copies and what finds its codes are some 20 MB."""
MAPPED_FROM = 32 << 20
"""Bytes from which a piece is mapped on its own; the most that mallopt takes."""

_libc = ctypes.CDLL(None)


def keep() -> None:
    """From now on freed memory is kept for what comes next."""
    if hasattr(_libc, "mallopt"):
        _libc.mallopt(M_TRIM_THRESHOLD, KEPT)
        _libc.mallopt(M_MMAP_THRESHOLD, MAPPED_FROM)


def give_back() -> None:
    """Give what is freed back to the kernel, which hands it to nobody unless it is blank."""
    if hasattr(_libc, "malloc_trim"):
        _libc.malloc_trim(0)
