"""Cards behind a PKCS#11 module, which a process of its own loads: `child` there, `card` here."""
