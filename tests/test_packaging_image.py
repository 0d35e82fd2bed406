"""The frozen kiosk comes to life, is not larger than it needs to be, and lacks nothing that it will need."""

from __future__ import annotations

import ast
import json
import os
import signal
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from demo.seu.paper.seal import new_seal

ROOT = Path(__file__).parents[1]
MOST_MEGABYTES = 240


@pytest.fixture(scope="session")
def image() -> Path:
    """What `make image` makes."""
    subprocess.run([ROOT / "packaging" / "image.sh"], check=True, timeout=400, capture_output=True)
    return ROOT / "dist" / "kiosk"


def test_the_frozen_kiosk_reaches_attract_without_a_display_and_stays_there(
    image: Path, tmp_path: Path
) -> None:
    trace = tmp_path / "trace.jsonl"
    environment = {
        "HOME": str(tmp_path),
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
        "KIOSK_SEU__BASE_URL": "http://127.0.0.1:9",  # discard: nobody answers
        "KIOSK_KIOSK__STATE_FOLDER": str(tmp_path / "state"),
        "KIOSK_LOGS__FILE": str(tmp_path / "log.jsonl"),
        "KIOSK_CARD_READER__ENABLED": "false",
    }
    kiosk = subprocess.Popen(
        [image / "kiosk", "run", "--windowed", "--trace", trace],
        cwd="/",
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        states = _states_until(trace, "attract", kiosk)
        assert "attract" in states
        with pytest.raises(subprocess.TimeoutExpired):
            kiosk.wait(timeout=3)
    finally:
        kiosk.send_signal(signal.SIGTERM)
        said, _ = kiosk.communicate(timeout=20)
    assert "Traceback" not in said, said
    assert "qml" not in said.lower(), said


def _states_until(trace: Path, wanted: str, kiosk: subprocess.Popen[str]) -> list[str]:
    deadline = time.monotonic() + 60
    states: list[str] = []
    while time.monotonic() < deadline and wanted not in states:
        try:
            kiosk.wait(timeout=0.05)
        except subprocess.TimeoutExpired:
            lines = trace.read_text(encoding="utf-8").splitlines() if trace.exists() else []
            states = [json.loads(line)["state"] for line in lines]
        else:
            raise AssertionError(f"the kiosk ended: {kiosk.communicate()[0]}")
    return states


def test_the_image_holds_our_screens_words_and_fonts_and_nothing_of_the_demo(image: Path) -> None:
    inside = {
        str(file.relative_to(image / "_internal"))
        for file in (image / "_internal").rglob("*")
        if file.is_file()
    }
    for wanted in (
        "screens/theme/qmldir",
        "screens/i18n/ca/common.toml",
        "config/defaults.toml",
        "devices/printer/models.toml",
    ):
        assert wanted in inside
    ours = {
        str(file.relative_to(ROOT))
        for file in (ROOT / "screens").rglob("*")
        if file.suffix in (".qml", ".ttf")
    }
    assert ours
    assert ours <= inside
    for folder in ("demo", "fastapi", "uvicorn", "reportlab", "pytest"):
        assert not any(name.startswith((f"{folder}/", f"{folder}-")) for name in inside), folder
    for unused in (
        "WebEngine",
        "Qt63D",
        "Charts",
        "QuickControls2",
        "VirtualKeyboard",
        "Designer",
        "/translations/",
    ):
        assert not any(unused in name for name in inside), unused
    for platform in ("libqxcb", "libqwayland", "libqoffscreen", "libqlinuxfb"):
        assert f"PySide6/Qt/plugins/platforms/{platform}.so" in inside


def test_its_size_is_among_the_figures_and_within_bounds(image: Path) -> None:
    figure = json.loads((ROOT / "build" / "bench.json").read_text(encoding="utf-8"))["image_size"]
    assert figure["unit"] == "MB"
    assert 50 < figure["value"] < MOST_MEGABYTES


def excluded() -> list[str]:
    """What kiosk.spec leaves out."""
    tree = ast.parse((ROOT / "kiosk.spec").read_text(encoding="utf-8"))
    (value,) = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "EXCLUDED"
    ]
    names = ast.literal_eval(value)
    assert isinstance(names, list)
    return names


WITHOUT = """
import importlib, pkgutil, sys
from pathlib import Path

left_out = sys.argv[2:]

class LeftOut:
    def find_spec(self, name, path=None, target=None):
        if any(name == one or name.startswith(one + ".") for one in left_out):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, LeftOut())
folder = Path(sys.argv[1])

import config, devices, kiosk, screens
for room in (config, devices, kiosk, screens):
    for module in pkgutil.walk_packages(room.__path__, room.__name__ + ".", onerror=lambda name: None):
        if not module.name.endswith("__main__") and not any(module.name.startswith(one) for one in left_out):
            importlib.import_module(module.name)

from kiosk.paper.pdf import pages
from kiosk.paper.seal import check_seal

pdf = (folder / "sealed.pdf").read_bytes()
print(check_seal(pdf, [(folder / "root.pem").read_bytes()]))
print(sum(any(sheet.rows) for sheet in pages(pdf, 1728)))
"""


def test_what_the_image_leaves_out_is_not_needed_to_import_any_module_nor_to_print_a_sealed_pdf(
    tmp_path: Path,
) -> None:
    page = BytesIO()
    canvas = Canvas(page)
    canvas.drawString(100, 500, "Volant")
    canvas.save()
    seal = new_seal()
    (tmp_path / "sealed.pdf").write_bytes(seal.put_on(page.getvalue()))
    (tmp_path / "root.pem").write_text(seal.root_pem)
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT, tmp_path, *excluded()],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.stdout.split() == ["good", "1"], ran.stderr
