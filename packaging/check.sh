#!/usr/bin/env bash
# Lint, format, strict types and QML, each of which must have nothing to say. The import rules are a test.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin

$bin/ruff check --quiet .
$bin/ruff format --quiet --check . || { echo "check: these files wait for '$bin/ruff format .'" >&2; exit 1; }
$bin/mypy --no-error-summary
mapfile -d '' qml < <(find screens demo -name '*.qml' -print0 | sort -z)
if [ ${#qml[@]} -gt 0 ]; then
  # Modules are looked for beside the rooms (-I .), so that `import screens.theme` means the folder of that name.
  $bin/pyside6-qmllint -I . --max-warnings 0 --unused-imports warning --multiline-strings warning "${qml[@]}"
fi
echo "check: ruff, mypy and qmllint (${#qml[@]} files) have nothing to say"
