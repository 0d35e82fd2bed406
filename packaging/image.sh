#!/usr/bin/env bash
# The frozen kiosk, in dist/kiosk; its size goes into build/bench.json.
set -euo pipefail
cd "$(dirname "$0")/.."

.venv/bin/pyinstaller --noconfirm --log-level ERROR --distpath dist --workpath build/pyinstaller kiosk.spec
.venv/bin/python packaging/image_size.py dist/kiosk build/bench.json
