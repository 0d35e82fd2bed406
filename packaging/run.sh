#!/usr/bin/env bash
# The kiosk in the demo town hall: in a window where there is a display, else its padró tour in pictures.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec .venv/bin/kiosk demo --windowed
fi
out=build/tour
rm -rf "$out"
echo "run: there is no display here, so the padró tour plays without one"
.venv/bin/kiosk tour padro-volant --out "$out"
echo "run: pictures of every screen: $(find "$out" -name '[0-9][0-9]-*.png' | wc -l) in $PWD/$out"
echo "run: paper that came out:      $(find "$out" -name 'paper-*.png' | sort | tr '\n' ' ')"
