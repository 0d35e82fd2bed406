#!/usr/bin/env bash
# Makes this checkout ready on Debian 12 or 13: `setup.sh run` for the kiosk, `setup.sh test` for the tests as well.
# Every step looks first and does only what is missing, so a second run takes a moment.
set -euo pipefail
cd "$(dirname "$0")/.."
for_what=${1:-run}

uv_version=0.13.9
npm_tools=(npos@0.1.19 receiptio@2.1.2)

# What Qt, the smart card service and the build of pyscard need; opensc knows the cards that sign, softhsm2 is the
# demo's. Recommended packages are left out.
packages=(
  gcc libc6-dev swig pkg-config libpcsclite-dev
  pcscd vsmartcard-vpcd opensc opensc-pkcs11 softhsm2
  libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1
  libxkbcommon0 libxkbcommon-x11-0
  libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0
  libxcb-xinerama0 libxcb-xkb1 libwayland-cursor0 libwayland-egl1
)

say() { printf 'setup: %s\n' "$*"; }
stop() { printf 'setup: %s\n' "$*" >&2; exit 1; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
fingerprint() { sha256sum "$@" | sha256sum | cut -d ' ' -f 1; }
fresh() { [ "$(cat "$1" 2>/dev/null)" = "$2" ]; }

# A python3 that can make environments and build an extension module.
python_is_whole() {
  python3 -c 'import ensurepip, pathlib, sys, sysconfig
sys.exit(not pathlib.Path(sysconfig.get_paths()["include"], "Python.h").exists())' 2>/dev/null
}

# --- 1. packages of the system ---
python_is_whole || packages+=(python3 python3-venv python3-dev)
if [ "$for_what" = test ]; then
  # ippeveprinter with what it asks for; netbase writes the /etc/hosts that a bare system lacks.
  packages+=(xvfb cups-ipp-utils avahi-daemon dbus netbase)
  command -v npm >/dev/null || packages+=(nodejs npm)
fi
command -v dpkg-query >/dev/null || stop "this is no Debian machine; have these installed by name: ${packages[*]}"
# A package also counts where another one provides it (libglib2.0-0 is libglib2.0-0t64 in Debian 13).
installed=$(dpkg-query -W -f '${db:Status-Status} ${Package} ${Provides}\n' |
  awk '$1 == "installed" { gsub(/\([^)]*\)|,/, " "); for (i = 2; i <= NF; i++) print $i }')
missing=()
for package in "${packages[@]}"; do
  grep -qxF -- "$package" <<<"$installed" || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  [ "$(id -u)" = 0 ] || command -v sudo >/dev/null || stop "as root, please: apt-get install ${missing[*]}"
  say "installs ${#missing[@]} packages with apt: ${missing[*]}"
  mkdir -p build
  { as_root apt-get update -qq &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
  } >build/apt.log 2>&1 || { tail -n 20 build/apt.log >&2; stop "apt did not do it; the whole of it is in build/apt.log"; }
fi

# The folder that systemd makes for pcscd. Without systemd nobody does, and a pcscd of one's own then needs root.
[ -d /run/pcscd ] || as_root mkdir -m 0755 /run/pcscd

# --- 2. uv, in an environment of its own ---
python=$(command -v python3)
"$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' ||
  stop "$python is $("$python" --version); Python 3.11, 3.12 or 3.13 is right"
if [ "$(.tools/bin/uv --version 2>/dev/null | cut -d ' ' -f 2)" != "$uv_version" ]; then
  say "puts uv $uv_version into .tools"
  "$python" -m venv --clear .tools
  .tools/bin/python -m pip install --quiet --disable-pip-version-check "uv==$uv_version"
fi

# --- 3. the Python packages of requirements.lock, and this project, in .venv ---
export UV_PYTHON_DOWNLOADS=never
wanted="$("$python" --version) $(fingerprint requirements.lock pyproject.toml)"
if ! fresh .venv/.ready "$wanted"; then
  say "puts the packages of requirements.lock into .venv"
  .venv/bin/python -c 'import sys' 2>/dev/null || .tools/bin/uv venv --quiet --clear --python "$python" .venv
  .tools/bin/uv pip sync --quiet --require-hashes requirements.lock
  .tools/bin/uv pip install --quiet --no-deps --no-build-isolation --editable .
  printf '%s' "$wanted" >.venv/.ready
fi

# --- 4. two decoders that nobody here wrote, to judge what goes to a printer ---
if [ "$for_what" = test ] && ! fresh .tools/npm/.ready "${npm_tools[*]}"; then
  say "puts ${npm_tools[*]} into .tools/npm"
  rm -rf .tools/npm && mkdir -p .tools/npm
  npm install --prefix .tools/npm --silent --no-save --no-package-lock --omit=optional --ignore-scripts "${npm_tools[@]}"
  printf '%s' "${npm_tools[*]}" >.tools/npm/.ready
fi
