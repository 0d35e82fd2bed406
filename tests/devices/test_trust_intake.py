"""Country signers are taken in from every kind of file, checked as far as can be, and kept whole."""

from __future__ import annotations

import base64
import io
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from demo.card.certificates import (
    CRL_SIGN,
    DIGITAL_SIGNATURE,
    Authority,
    authority_extensions,
    authority_key,
    certificate,
    extended_usage,
    key_usage,
    name,
    revocation_list,
)
from demo.card.forgeries.workshop import SERIAL, TODAY, by, genuine, romania, spain
from demo.card.signed import MASTER_LIST, Signer, master_list, signed
from demo.card.signing import ecdsa, explicit_parameters
from devices.card.trust.certificate import certificate as read_certificate
from devices.card.trust.intake import Intake, take_in
from devices.card.trust.judge import PassiveAuthentication
from devices.card.trust.store import INDEX, CountrySigners, add, entries, entry_of_certificate
from devices.contracts import Verdict
from kiosk.__main__ import main
from tests.devices.trust_bench import verdict_of

BOTH = [spain().certificate, romania().certificate]


def pem(octets: bytes, kind: str = "CERTIFICATE") -> bytes:
    lines = base64.encodebytes(octets)
    return b"-----BEGIN %b-----\n%b-----END %b-----\n" % (kind.encode(), lines, kind.encode())


def list_signer(authority: Authority) -> Signer:
    key = ecdsa("P-256")
    usage = [key_usage(DIGITAL_SIGNATURE), authority_key(authority.key), extended_usage("2.23.136.1.1.3")]
    return Signer(key, authority.certify(key, extensions=usage))


def a_list(authority: Authority, *certificates: bytes) -> bytes:
    return signed(master_list(certificates or BOTH), list_signer(authority), content_type=MASTER_LIST)


def ldif(attribute: str, octets: bytes) -> bytes:
    text = base64.b64encode(octets).decode()
    folded = "\n ".join(text[at : at + 70] for at in range(0, len(text), 70))
    entry = f"dn: cn=1,o=ml,c=ES,dc=data\nobjectClass: pkdMasterList\n{attribute}:: {folded}\nsn: 1\n\n"
    return ("version: 1\n\n" + entry).encode()


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, content in files.items():
            archive.writestr(file, content)
    return out.getvalue()


def take(octets: bytes, folder: Path, today: date = TODAY) -> Intake:
    return take_in(octets, "the file", folder, today)


def countries(folder: Path) -> list[str]:
    return [entry.country for entry in entries(folder)]


WRAPPINGS = {
    "pem": b"a remark\n" + b"".join(map(pem, BOTH)),
    "pem with windows lines": b"".join(map(pem, BOTH)).replace(b"\n", b"\r\n"),
    "master list": a_list(spain()),
    "master list in pem": pem(a_list(spain()), "CMS"),
    "ldif of master lists": ldif("pkdMasterListContent", a_list(spain())),
    "ldif with windows lines": ldif("pkdMasterListContent", a_list(spain())).replace(b"\n", b"\r\n"),
    "ldif of certificates": b"".join(ldif("cACertificate;binary", one) for one in BOTH),
    "zip of a master list": zipped(DE_ML=a_list(spain())),
    "zip of certificates": zipped(a=BOTH[0], b=pem(BOTH[1])),
}


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_country_signers_are_found_in_every_wrapping(wrapping: str, tmp_path: Path) -> None:
    intake = take(WRAPPINGS[wrapping], tmp_path)
    assert (intake.new, intake.known, intake.refused) == (2, 0, [])
    assert countries(tmp_path) == ["ES", "RO"]
    assert verdict_of(genuine(known=()), judge=PassiveAuthentication(CountrySigners(tmp_path))) == "genuine"


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    take(WRAPPINGS["pem"], tmp_path)
    before = {file.name: (file.read_bytes(), file.stat().st_ino) for file in tmp_path.iterdir()}
    again = take(WRAPPINGS["pem"], tmp_path)
    assert (again.new, again.known) == (0, 2)
    after = {file.name: (file.read_bytes(), file.stat().st_ino) for file in tmp_path.iterdir()}
    assert {name: one for name, one in after.items() if name != INDEX} == {
        name: one for name, one in before.items() if name != INDEX
    }
    assert after[INDEX][0] == before[INDEX][0]


# --- what is checked ----------------------------------------------------------------------------------------


def test_the_signer_of_a_master_list_is_checked_by_a_country_signer_that_was_known_before(
    tmp_path: Path,
) -> None:
    take(spain().certificate, tmp_path)
    intake = take(a_list(spain()), tmp_path)
    assert any("by a country signer known before" in line for line in intake.checked)
    assert not any("the master list's signer" in line for line in intake.not_checked)


def test_a_master_list_that_vouches_for_itself_says_so(tmp_path: Path) -> None:
    intake = take(a_list(spain()), tmp_path)
    assert any("no country signer known before stands behind it" in line for line in intake.not_checked)
    assert any("fingerprint" in line for line in intake.not_checked)


def test_a_master_list_whose_signature_cannot_be_checked_says_so_and_nothing_else(tmp_path: Path) -> None:
    key = ecdsa("secp256k1")
    usage = [key_usage(DIGITAL_SIGNATURE), extended_usage("2.23.136.1.1.3")]
    odd = Signer(key, spain().certify(key, extensions=usage))
    intake = take(signed(master_list(BOTH), odd, content_type=MASTER_LIST), tmp_path)
    assert intake.new == 2
    assert any("the master list's own signature" in line for line in intake.not_checked)
    assert not any("master list" in line for line in intake.checked)


def test_several_master_lists_with_the_same_country_signers_are_one(tmp_path: Path) -> None:
    both = ldif("pkdMasterListContent", a_list(spain())) + ldif("pkdMasterListContent", a_list(romania()))
    intake = take(both, tmp_path)
    assert (intake.new, intake.known, intake.refused) == (2, 0, [])


def broken_lists() -> dict[str, bytes]:
    whole = a_list(spain())
    key = ecdsa("P-256")
    document_signer = Signer(key, spain().certify(key))
    return {
        "a flipped byte in it": whole.replace(b"Zona Blava Demo CSCA", b"Zona Blava Demo CSCB", 1),
        "a flipped signature": whole[:-1] + bytes([whole[-1] ^ 1]),
        "a document signer's": signed(master_list(BOTH), document_signer, content_type=MASTER_LIST),
        "an authority's": signed(
            master_list(BOTH), Signer(spain().key, spain().certificate), content_type=MASTER_LIST
        ),
        "another content": signed(b"\x30\x00", list_signer(spain()), content_type=MASTER_LIST),
        "a security object": genuine().sod[4:],
    }


BROKEN = broken_lists()


@pytest.mark.parametrize("what", BROKEN)
def test_a_master_list_that_contradicts_itself_is_refused_whole(what: str, tmp_path: Path) -> None:
    intake = take(BROKEN[what], tmp_path)
    assert (intake.new, intake.known) == (0, 0)
    assert intake.refused
    assert entries(tmp_path) == ()


def test_what_is_no_country_signer_is_refused_with_its_reason(tmp_path: Path) -> None:
    signer = list_signer(spain()).certificate
    key, other = ecdsa("P-384"), ecdsa("P-384")
    own = name("ES", "Nobody")
    not_its_own = certificate(own, key, own, other, authority_extensions(key, key))
    nowhere = name("Spain", "Nobody")
    no_country = certificate(nowhere, key, nowhere, key, authority_extensions(key, key))
    intake = take(b"".join(map(pem, (signer, not_its_own, no_country))), tmp_path)
    assert intake.new == 0
    assert [line.rpartition(": ")[2] for line in intake.refused] == [
        "not a country signer, it may not sign certificates",
        "a signature that does not hold",
        "it names no country",
    ]


def test_a_root_on_an_unknown_curve_is_kept_and_said_not_to_be_checked(tmp_path: Path) -> None:
    odd = Authority("ES", ecdsa("secp256k1", parameters=explicit_parameters("secp256k1")))
    intake = take(odd.certificate, tmp_path)
    assert intake.new == 1
    assert any("will not be verified" in line for line in intake.not_checked)


def test_a_link_certificate_without_its_predecessor_is_said_not_to_be_believed(tmp_path: Path) -> None:
    newer = Authority("ES", ecdsa("P-384"), "Next")
    link = spain().link_to(newer)
    assert any("will not be believed" in line for line in take(link, tmp_path).not_checked)
    later = take(pem(link) + pem(spain().certificate), tmp_path)
    assert not any("will not be believed" in line for line in later.not_checked)


def test_a_revocation_list_counts_once_its_country_signer_is_there(tmp_path: Path) -> None:
    crl = revocation_list(spain().name, spain().key, [SERIAL])
    judge = PassiveAuthentication(CountrySigners(tmp_path))
    intake = take(pem(crl, "X509 CRL"), tmp_path)
    assert any("will not be believed yet" in line for line in intake.not_checked)
    assert verdict_of(genuine(), judge=judge) is Verdict.NOT_VERIFIED
    take(spain().certificate, tmp_path)
    assert verdict_of(genuine(), judge=judge) is Verdict.FORGED
    assert not any("will not be believed" in line for line in take(crl, tmp_path).not_checked)


# --- the folder ---------------------------------------------------------------------------------------------


def test_what_is_imported_counts_at_once_for_a_kiosk_that_runs(tmp_path: Path) -> None:
    judge = PassiveAuthentication(CountrySigners(tmp_path / "made later"))
    assert verdict_of(genuine(), judge=judge) is Verdict.NOT_VERIFIED
    take(romania().certificate, tmp_path / "made later")
    assert verdict_of(genuine(), judge=judge) is Verdict.ISSUER_UNKNOWN
    take(spain().certificate, tmp_path / "made later")
    assert verdict_of(genuine(), judge=judge) is Verdict.GENUINE


def test_a_file_that_was_cut_or_put_there_by_hand_counts_for_nothing(tmp_path: Path) -> None:
    take(WRAPPINGS["pem"], tmp_path)
    (spanish,) = tmp_path.glob("ES-*.cer")
    whole = spanish.read_bytes()
    spanish.write_bytes(whole[:100])
    (tmp_path / "ES-mine.cer").write_bytes(whole)
    assert verdict_of(genuine(), judge=PassiveAuthentication(CountrySigners(tmp_path))) == "issuer_unknown"
    take(WRAPPINGS["pem"], tmp_path)
    assert verdict_of(genuine(), judge=PassiveAuthentication(CountrySigners(tmp_path))) == "genuine"


@pytest.mark.parametrize("index", [b"", b"{", b"[]", b'{"version": 2}', b'{"version": 1, "entries": [{}]}'])
def test_an_index_that_is_none_of_ours_lists_nothing(index: bytes, tmp_path: Path) -> None:
    take(WRAPPINGS["pem"], tmp_path)
    (tmp_path / INDEX).write_bytes(index)
    assert entries(tmp_path) == ()
    assert take(WRAPPINGS["pem"], tmp_path).new == 2
    assert countries(tmp_path) == ["ES", "RO"]


def test_an_authority_that_may_not_certify_is_not_believed_though_it_is_in_the_folder(tmp_path: Path) -> None:
    """The judge does not rely on the import."""
    key, mine = ecdsa("P-256"), Authority("ES", ecdsa("P-384"), "Odd")
    extensions = [key_usage(CRL_SIGN), *authority_extensions(mine.key, mine.key)[1:]]
    odd = certificate(mine.name, mine.key, mine.name, mine.key, extensions)
    one = read_certificate(odd)
    add(tmp_path, [(entry_of_certificate(one, "by hand"), odd)])
    specimen = by(Signer(key, mine.certify(key, extensions=[key_usage(DIGITAL_SIGNATURE)])))
    assert verdict_of(specimen, judge=PassiveAuthentication(CountrySigners(tmp_path))) is Verdict.FORGED


def test_six_hundred_country_signers_slow_neither_the_start_nor_a_verdict(tmp_path: Path) -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    lands = [first + second for first in letters for second in letters if first + second not in ("ES", "RO")]
    key = ecdsa("P-256")
    many = [Authority(land, key).certificate for land in lands[:598]]
    assert take(b"".join(map(pem, many + BOTH)), tmp_path).new == 600
    began = time.thread_time()
    judge = PassiveAuthentication(CountrySigners(tmp_path))
    made = time.thread_time()
    assert verdict_of(genuine(), judge=judge) is Verdict.GENUINE
    first = time.thread_time()
    assert verdict_of(genuine(), judge=judge) is Verdict.GENUINE
    assert made - began < 0.001
    assert first - made < 0.050
    assert time.thread_time() - first < 0.010


# --- any bytes ----------------------------------------------------------------------------------------------


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=400), st.sampled_from(sorted(WRAPPINGS)), st.none()), st.data())
def test_no_file_makes_the_import_fail(
    tmp_path: Path, given_bytes: bytes | str | None, data: st.DataObject
) -> None:
    if isinstance(given_bytes, bytes):
        octets = given_bytes
    else:
        whole = WRAPPINGS[given_bytes or "master list"]
        at = data.draw(st.integers(0, len(whole) - 1))
        octets = whole[:at] + data.draw(st.binary(max_size=4)) + whole[at + data.draw(st.integers(0, 4)) :]
    intake = take(octets, tmp_path / "any")
    assert intake.new + intake.known or intake.refused


def test_pem_of_another_kind_or_cut_is_refused(tmp_path: Path) -> None:
    assert take(pem(b"secret", "PRIVATE KEY"), tmp_path).refused == ["PEM of another kind"]
    assert take(pem(BOTH[0])[:200], tmp_path).refused == ["PEM that cannot be read"]


def test_a_zip_that_unpacks_to_more_than_there_may_be_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("devices.card.trust.offered.LARGEST", 10_000)
    intake = take(zipped(bomb=bytes(20_000)), tmp_path)
    assert intake.new == 0
    assert any("more than" in line for line in intake.refused)


# --- the command line ---------------------------------------------------------------------------------------


def test_the_command_imports_says_what_it_checked_and_lists_a_line_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, folder = tmp_path / "DE_ML.ml", tmp_path / "signers"
    file.write_bytes(a_list(spain()))
    assert main(["trust", "list", "--folder", str(folder)]) == 1
    assert "not_verified" in capsys.readouterr().out
    assert main(["trust", "import", str(file), "--folder", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "imported     2 new, 0 known before" in said
    assert "\nnot checked  " in said
    assert main(["trust", "list", "--folder", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    fingerprint = entry_of_certificate(read_certificate(spain().certificate), "").sha256[:16]
    assert len(lines) == 2
    assert lines[0].startswith("ES  C=ES, O=Zona Blava Demo, CN=Zona Blava Demo CSCA  serial ")
    assert lines[0].endswith(f"2010-01-01/2045-01-01  {fingerprint}  DE_ML.ml")


def test_the_folder_stands_in_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file, folder = tmp_path / "spain.cer", tmp_path / "signers"
    file.write_bytes(spain().certificate)
    monkeypatch.setenv("KIOSK_SEU__BASE_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("KIOSK_IDENTITY__COUNTRY_SIGNERS", str(folder))
    assert main(["trust", "import", str(file)]) == 0
    assert countries(folder) == ["ES"]


def test_a_file_or_a_folder_that_cannot_be_used_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "spain.cer"
    assert main(["trust", "import", str(file), "--folder", str(tmp_path / "signers")]) == 1
    assert "not imported: No such file" in capsys.readouterr().out
    file.write_bytes(spain().certificate)
    assert main(["trust", "import", str(file), "--folder", str(file / "below")]) == 1
    assert "not imported: Not a directory" in capsys.readouterr().out
    file.write_bytes(b"nothing of the kind")
    assert main(["trust", "import", str(file), "--folder", str(tmp_path / "signers")]) == 1
    assert "refused      neither DER, PEM, LDIF nor zip" in capsys.readouterr().out


def test_two_imports_at_once_lose_nothing(tmp_path: Path) -> None:
    lands = [first + second for first in "ABCD" for second in "ABCDE"]
    files = []
    for land in lands:
        files.append(tmp_path / f"{land}.cer")
        files[-1].write_bytes(Authority(land, ecdsa("P-256")).certificate)
    folder = tmp_path / "signers"
    with ThreadPoolExecutor(8) as several:
        list(several.map(lambda file: take(file.read_bytes(), folder), files))
    assert countries(folder) == lands
