"""Which settings are taken, in which order, and what a technician is told of those that are not."""

from __future__ import annotations

import ipaddress
import os
import stat
from pathlib import Path

import httpx
import pytest
from hypothesis import example, given, strategies as st
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from config.addresses import document_printer_address, printer_address, seu_address
from config.describe import settings_described
from config.layers import PROFILES
from config.migrate import migrate
from config.secret_files import Secret, read_secret, write_secret
from config.settings import Settings
from config.store import Loaded, Problem, Refused, load, show, validate

SEU = {"KIOSK_SEU__BASE_URL": "http://127.0.0.1:8080"}


def written(folder: Path, text: str) -> Path:
    """A kiosk's own file with `text` after its version."""
    file = folder / "kiosk.toml"
    file.write_text(f"version = 1\n{text}", encoding="utf-8")
    return file


def loaded(
    file: Path | None = None, environ: dict[str, str] | None = None, profile: str | None = None
) -> Loaded:
    answer = load(file, {**SEU, **(environ or {})}, profile)
    assert isinstance(answer, Loaded), answer
    return answer


def refused(file: Path | None = None, environ: dict[str, str] | None = None) -> Problem:
    answer = load(file, {**SEU, **(environ or {})})
    assert isinstance(answer, Refused), answer
    assert len(answer.problems) == 1, answer.problems
    return answer.problems[0]


# --- who has the last word ---


def test_the_environment_is_over_the_file_over_the_profile_over_the_defaults(tmp_path: Path) -> None:
    assert loaded().settings.kiosk.town == "Ajuntament"
    assert loaded(profile="demo").settings.kiosk.town == "L’Hospitalet"
    file = written(tmp_path, '[kiosk]\nprofile = "demo"\ntown = "Del fitxer"\n')
    assert loaded(file).settings.kiosk.town == "Del fitxer"
    assert loaded(file).settings.screen.fullscreen is False
    assert loaded(file, {"KIOSK_KIOSK__TOWN": "De l'entorn"}).settings.kiosk.town == "De l'entorn"


def test_the_profile_that_is_asked_for_is_over_the_one_that_is_written(tmp_path: Path) -> None:
    file = written(tmp_path, '[kiosk]\nprofile = "demo"\n')
    settings = loaded(file, profile="blue").settings
    assert settings.kiosk.profile == "blue"
    assert settings.screen.fullscreen is True


def test_a_file_that_says_a_part_of_a_table_leaves_the_rest_of_it(tmp_path: Path) -> None:
    settings = loaded(written(tmp_path, '[printers.ticket]\naddress = "tcp://10.0.0.5:9100"\n')).settings
    assert settings.printers.ticket.address == "tcp://10.0.0.5:9100"
    assert settings.printers.ticket.model == "generic-80"


@pytest.mark.parametrize(
    ("variable", "value", "path", "expected"),
    [
        ("KIOSK_SEU__BASE_URL", "http://[::1]:9000", "seu.base_url", "http://[::1]:9000"),
        (
            "KIOSK_PRINTERS__TICKET__ADDRESS",
            "tcp://127.0.0.1:9200",
            "printers.ticket.address",
            "tcp://127.0.0.1:9200",
        ),
        ("KIOSK_PRINTERS__DOCUMENT__ENABLED", "false", "printers.document.enabled", False),
        ("KIOSK_CARD_READER__NAME", "Virtual PCD 00 01", "card_reader.name", "Virtual PCD 00 01"),
        ("KIOSK_SCREEN__WIDTH", "1080", "screen.width", 1080),
        ("KIOSK_SESSION__IDLE_SECONDS", "2.5", "session.idle_seconds", 2.5),
        ("KIOSK_LANGUAGES__OFFERED", "es, ca", "languages.offered", ["es", "ca"]),
    ],
)
def test_every_kind_of_setting_is_taken_from_the_environment(
    variable: str, value: str, path: str, expected: object
) -> None:
    answer = loaded(environ={variable: value})
    values = {setting.path: setting.value for setting in settings_described(answer.settings)}
    assert values[path] == expected
    assert answer.said[path] == variable


def test_every_setting_can_be_given_in_the_environment_under_the_name_that_the_page_says() -> None:
    for setting in settings_described():
        value = ",".join(setting.value) if isinstance(setting.value, list) else str(setting.value)
        if setting.path not in ("version", "seu.base_url"):
            assert loaded(environ={setting.variable: value}).said[setting.path] == setting.variable


def test_every_profile_that_may_be_named_is_there_and_validates() -> None:
    names = {path.stem for path in PROFILES.glob("*.toml")}
    assert names == {"blue", "demo", "welcome", "arrival", "assisted"}
    for name in names:
        assert loaded(profile=name).settings.kiosk.profile == name


# --- what is refused ---

REFUSALS = [
    ("[screen]\nwdith = 1080\n", "screen.wdith", "there is no setting of this name", "screen.width"),
    ("[printer.ticket]\n", "printer", "there is no setting of this name", "printers"),
    ("[zzz]\n", "zzz", "there is no setting of this name", "one of "),
    (
        "[screen]\nwidth = -1\n",
        "screen.width",
        "the value is too small",
        "a whole number from 0 to 8192 in px",
    ),
    (
        "[screen]\nwidth = 9999\n",
        "screen.width",
        "the value is too large",
        "a whole number from 0 to 8192 in px",
    ),
    ('[screen]\nwidth = "wide"\n', "screen.width", "the value is of another kind", "a whole number from 0"),
    ("screen = 5\n", "screen", "the value is of another kind", "a table [screen]"),
    ('[kiosk]\nname = "el meu"\n', "kiosk.name", "it is not written in this way", "2 to 16 capital letters"),
    ('[kiosk]\ntown = ""\n', "kiosk.town", "it is empty", "text"),
    (
        '[kiosk]\nprofile = "green"\n',
        "kiosk.profile",
        "there is no profile of this name",
        "one of arrival, assisted, blue, demo, welcome",
    ),
    ('[devices]\nslot_side = "top"\n', "devices.slot_side", "this value is not known", "one of left, right"),
    ("[languages]\noffered = []\n", "languages.offered", "the list is empty", "a list with ca, es, en"),
    ('[languages]\noffered = ["ca", "fr"]\n', "languages.offered", "this value is not known", "a list with"),
    ('[languages]\noffered = ["ca", "ca"]\n', "languages.offered", "a language stands there twice", "once"),
    ('[languages]\noffered = ["es"]\n', "languages.first", "this language is not offered", "one of es"),
    (
        '[printers.ticket]\naddress = "10.0.0.5"\n',
        "printers.ticket.address",
        "a printer is reached by network",
        "tcp://",
    ),
    (
        '[printers.ticket]\naddress = "tcp://a:0"\n',
        "printers.ticket.address",
        "the port is missing",
        "tcp://",
    ),
    (
        '[seu]\nca_file = "/nowhere"\n',
        "seu.ca_file",
        "the file cannot be read (FileNotFoundError)",
        "the path of",
    ),
    ('[seu]\ntoken_file = "/"\n', "seu.token_file", "this is no ordinary file", "the path of a file"),
]


@pytest.mark.parametrize(("text", "field", "why", "right"), REFUSALS)
def test_what_is_refused_says_which_field_why_and_what_would_be_right(
    tmp_path: Path, text: str, field: str, why: str, right: str
) -> None:
    file = written(tmp_path, text)
    problem = refused(file)
    assert problem.field == field
    assert problem.why.startswith(why)
    assert right in problem.right
    assert problem.where in (str(file), "")
    assert field in str(problem)
    assert validate(file, SEU) == (problem,)


@pytest.mark.parametrize(
    ("text", "field", "why", "right"),
    [
        (None, "", "this file does not exist", "the path of a readable file"),
        ("[kiosk]\n", "version", "it is missing", "version = 1 as the first line"),
        ("version = 2\n", "version", "this kiosk does not know it", "a whole number from 1 to 1"),
        ('version = "1"\n', "version", "this kiosk does not know it", "a whole number from 1 to 1"),
        ("version = 1\n[seu\n", "", "this is not TOML, at line 2, column 5", "lines like"),
        ("versión = \xff".encode("latin-1"), "", "this file is not written in UTF-8", "a text file in UTF-8"),
    ],
)
def test_a_file_that_is_none_is_refused_with_its_name(
    tmp_path: Path, text: str | bytes | None, field: str, why: str, right: str
) -> None:
    file = tmp_path / "kiosk.toml"
    if text is not None:
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    problem = refused(file)
    assert (problem.field, problem.why, problem.where) == (field, why, str(file))
    assert right in problem.right


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    file = written(tmp_path, "[screen]\nwdith = 1\nheight = -1\n[session]\nidle_seconds = 0\n")
    answer = load(file, SEU)
    assert isinstance(answer, Refused)
    assert {problem.field for problem in answer.problems} == {
        "screen.wdith",
        "screen.height",
        "session.idle_seconds",
    }


def test_a_misspelled_variable_is_refused_with_the_nearest_right_one() -> None:
    problem = refused(environ={"KIOSK_PRINTER__TICKET__ADDRESS": "tcp://127.0.0.1:9100"})
    assert problem.where == "KIOSK_PRINTER"
    assert problem.right == "KIOSK_PRINTERS"
    assert refused(environ={"KIOSK_SCREEN__WIDHT": "1"}).right == "KIOSK_SCREEN__WIDTH"


def test_a_kiosk_that_was_not_told_where_the_seu_stands_does_not_guess() -> None:
    answer = load(None, {})
    assert isinstance(answer, Refused)
    assert [problem.field for problem in answer.problems] == ["seu.base_url"]


def test_over_https_the_kiosk_must_have_a_token_or_a_certificate(tmp_path: Path) -> None:
    https = {"KIOSK_SEU__BASE_URL": "https://seu.exemple.cat/quiosc"}
    problem = refused(environ=https)
    assert problem.field == "seu.token_file"
    token = tmp_path / "token"
    write_secret(token, Secret(b"t0ken\n"))
    assert loaded(environ={**https, "KIOSK_SEU__TOKEN_FILE": str(token)})


# --- secrets ---


def test_a_secret_that_others_can_read_is_refused_with_the_command_that_mends_it(tmp_path: Path) -> None:
    token = tmp_path / "token"
    token.write_text("t0ken")
    token.chmod(0o640)
    problem = refused(environ={"KIOSK_SEU__TOKEN_FILE": str(token)})
    assert problem.right == f"mode 0600: chmod 600 {token}"
    assert problem.where == "KIOSK_SEU__TOKEN_FILE"
    token.chmod(0o600)
    assert loaded(environ={"KIOSK_SEU__TOKEN_FILE": str(token)})


def test_a_secret_is_written_for_its_owner_alone_and_never_shows_itself(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("old")
    file.chmod(0o644)
    before = os.umask(0)
    try:
        write_secret(file, Secret(b"s3cret\n"))
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    secret = read_secret(file, "seu.token_file")
    assert isinstance(secret, Secret)
    assert secret.content == b"s3cret\n"
    assert "s3cret" not in f"{secret!r} {secret}"


def test_what_is_shown_says_who_said_it_and_holds_no_secret(tmp_path: Path) -> None:
    token = tmp_path / "token"
    write_secret(token, Secret(b"s3cret"))
    file = written(tmp_path, f'[kiosk]\nname = "ZB-07"\n[seu]\ntoken_file = "{token}"\n')
    shown = show(loaded(file))
    assert f'name = "ZB-07"  # {file}' in shown
    assert 'base_url = "http://127.0.0.1:8080"  # KIOSK_SEU__BASE_URL' in shown
    assert "can_tries = 3  # default" in shown
    assert "s3cret" not in shown


def test_what_is_shown_is_a_file_that_the_kiosk_takes(tmp_path: Path) -> None:
    before = loaded(profile="demo")
    file = tmp_path / "kiosk.toml"
    file.write_text(show(before), encoding="utf-8")
    assert loaded(file).settings == before.settings


def test_no_refusal_repeats_the_value(tmp_path: Path) -> None:
    answers = [
        load(written(tmp_path, f"[{table}]\n{name} = 's3cret'\n"), SEU)
        for table, _, name in (
            setting.path.rpartition(".") for setting in settings_described() if setting.section
        )
    ]
    said = [str(problem) for answer in answers if isinstance(answer, Refused) for problem in answer.problems]
    assert len(said) > 20
    assert "s3cret" not in " ".join(said)


# --- addresses ---

HOSTS = st.one_of(
    st.sampled_from(
        ["localhost", "127.0.0.1", "127.8.9.1", "[::1]", "0.0.0.0", "[::]", "localhost.evil.cat"]
    ),
    st.sampled_from(
        ["2130706433", "0x7f000001", "127.1", "[::ffff:127.0.0.1]", "127.0.0.1.", "１２７.0.0.1"]
    ),
    st.ip_addresses(v=4).map(str),
    st.ip_addresses(v=6).map(lambda address: f"[{address}]"),
    st.from_regex(r"[a-z]{1,8}(\.[a-z]{2,6}){1,2}", fullmatch=True),
)
URLS = st.builds(
    "{}://{}{}{}{}".format,
    st.sampled_from(["http", "https", "HTTP", "ftp", "file", ""]),
    st.sampled_from(["", "", "user@", "user:pass@", "127.0.0.1\\@", "127.0.0.1#@"]),
    HOSTS,
    st.sampled_from(["", ":80", ":65536", ":0", ":x", ":"]),
    st.sampled_from(["", "/", "/api/v1/", "?q=1", "/#x", "\n", " "]),
)


@given(URLS)
@example("http://127.0.0.1\\@evil.cat/")
@example("http://127.0.0.1#@evil.cat/")
@example("http://127.0.0.1:80@evil.cat/")
def test_plain_http_that_is_taken_reaches_this_machine_as_the_client_reads_it(url: str) -> None:
    try:
        client = httpx.URL(seu_address(url))
    except PydanticCustomError:
        return
    assert client.userinfo == b""
    assert client.query == b""
    if client.scheme == "http":
        assert client.host == "localhost" or ipaddress.ip_address(client.host).is_loopback
    else:
        assert client.scheme == "https"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://seu.exemple.cat", "over plain http everybody on the way could read"),
        ("http://192.168.1.10:8080", "over plain http everybody on the way could read"),
        ("http://[::ffff:127.0.0.1]", "over plain http everybody on the way could read"),
        ("https://kiosk:s3cret@seu.exemple.cat", "an address holds no user, password or query"),
        ("https://seu.exemple.cat/?dni=1", "an address holds no user, password or query"),
        ("ftp://seu.exemple.cat", "the seu is not reached over ftp"),
        ("seu.exemple.cat", "this is no address"),
        ("https://seu.exemple.cat:99999", "this is no address"),
    ],
)
def test_an_address_of_the_seu_that_is_refused_says_why(url: str, why: str) -> None:
    problem = refused(environ={"KIOSK_SEU__BASE_URL": url})
    assert problem.field == "seu.base_url"
    assert problem.why.startswith(why)
    assert problem.right.startswith("https://HOST/PATH, or http://127.0.0.1:PORT")


@pytest.mark.parametrize(
    "url", ["https://seu.exemple.cat/api/v1", "http://localhost:1", "http://127.255.0.1/x/"]
)
def test_a_right_address_of_the_seu_stays_as_it_was_written(url: str) -> None:
    assert seu_address(url) == url


@given(st.ip_addresses(v=4), st.integers(1, 65535))
def test_a_printer_is_reached_at_any_host_and_port(host: object, port: int) -> None:
    assert printer_address(f"tcp://{host}:{port}") == f"tcp://{host}:{port}"


@pytest.mark.parametrize(
    "address", ["ipp://printer.local/ipp/print", "ipps://10.0.0.7:8631/ipp", "tcp://a:9100"]
)
def test_a_printer_of_documents_is_reached_by_ipp_too(address: str) -> None:
    assert document_printer_address(address) == address


@pytest.mark.parametrize(
    "address", ["ipp://printer", "ipp://printer:0/ipp", "ipp://me@printer/ipp", "http://printer/ipp"]
)
def test_a_printer_of_documents_is_not_reached_like_this(address: str) -> None:
    with pytest.raises(PydanticCustomError):
        document_printer_address(address)


def test_a_printer_of_tickets_is_not_reached_by_ipp() -> None:
    with pytest.raises(PydanticCustomError):
        printer_address("ipp://printer.local/ipp/print")


# --- the model itself ---


def test_every_setting_has_a_title_a_sentence_and_what_is_right() -> None:
    for setting in settings_described():
        assert setting.title
        assert setting.title != setting.name, setting.path
        assert setting.sentence.endswith("."), setting.path
        assert setting.right, setting.path
        if setting.name.endswith("_seconds"):
            assert setting.right.endswith(" in s"), setting.path


def test_settings_cannot_be_changed_in_place() -> None:
    with pytest.raises(ValidationError):
        Settings().kiosk.name = "ZB-02"  # type: ignore[misc]  # the very fault that the model must refuse


def test_an_older_file_is_brought_to_the_present_shape_step_by_step() -> None:
    def renames_host(table: object) -> None:
        assert isinstance(table, dict)
        table["seu"] = {"url": table.pop("host")}

    def renames_url(table: object) -> None:
        assert isinstance(table, dict)
        table["seu"]["base_url"] = table["seu"].pop("url")

    table: dict[str, object] = {"version": 1, "host": "x"}
    assert migrate(table, [renames_host, renames_url]) is None
    assert table == {"version": 3, "seu": {"base_url": "x"}}
    younger: dict[str, object] = {"version": 2, "seu": {"url": "x"}}
    assert migrate(younger, [renames_host, renames_url]) is None
    assert younger == table


@pytest.mark.parametrize(
    "address",
    [
        "serial:///dev/serial/by-id/usb-FTDI_FT232R-if00-port0?baud=115200&flow=rtscts",
        "serial:///dev/ttyS0?baud=9600",
        "file:///dev/usb/lp0",
        "usb://04b8:0e28",
        "usb://04b8:0e28/X3F1-22",
    ],
)
def test_a_printer_may_be_on_a_wire(address: str) -> None:
    assert printer_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "file:///dev/../etc/passwd",
        "serial:///dev/ttyS0",
        "serial:///dev/ttyS0?baud=1",
        "serial:///dev/ttyS0?baud=9600&flow=hope",
        "usb://04b8",
        "usb://04b8:0e28/../x",
    ],
)
def test_a_wire_that_is_half_told_is_refused(address: str) -> None:
    with pytest.raises(PydanticCustomError, match="a printer is reached by"):
        printer_address(address)
