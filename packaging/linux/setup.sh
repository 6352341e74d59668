#!/usr/bin/env bash
# Installs the system libraries that clienteling needs on Debian 12, Debian 13 and Ubuntu 24.04.
# Says what it is going to install, installs only what is missing, and does nothing at all when nothing is.
# Works as root or with sudo; `setup.sh --list` only prints the missing packages, `setup.sh --tests` takes those in
# that only the tests need.
set -euo pipefail

python="python3 python3-venv"
qt="libegl1 libgl1 libfontconfig1 libglib2.0-0 libdbus-1-3 libxkbcommon0"
window="libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1"
multimedia="libpulse0 libxrandr2"
barcodes="libzbar0"
tests="strace libfaketime dbus gnome-keyring swtpm libtss2-tcti-swtpm0 libtss2-esys-3.0.2-0 libtss2-rc0 default-jre-headless"

has() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# Debian 13 and Ubuntu 24.04 renamed some libraries to NAMEt64.
present() {
  if [ "$1" = python3-venv ]; then has "$1" || python3 -c 'import ensurepip, venv' 2>/dev/null; return; fi
  if [ "$1" = python3 ]; then command -v python3 >/dev/null; return; fi
  if [ "$1" = default-jre-headless ]; then has "$1" || command -v "${JAVA_HOME:+$JAVA_HOME/bin/}java" >/dev/null; return; fi
  has "$1" || has "$1t64"
}

candidate() {
  local version
  version=$(LC_ALL=C apt-cache policy "$1t64" 2>/dev/null | sed -n 's/^  Candidate: //p')
  if [ -n "$version" ] && [ "$version" != "(none)" ]; then echo "$1t64"; else echo "$1"; fi
}

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "This is not a Debian or Ubuntu system. If the app does not start, install what these packages hold:" >&2
  echo "  $python $qt $window $multimedia $barcodes" >&2
  exit 0
fi

wanted="$python $qt $window $multimedia $barcodes"
if [ "${1:-}" = --tests ]; then wanted="$wanted $tests"; fi
missing=()
for package in $wanted; do
  present "$package" || missing+=("$package")
done
if [ "${1:-}" = --list ]; then echo "${missing[@]}"; exit 0; fi
[ ${#missing[@]} -eq 0 ] && exit 0

root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "Please ask an administrator to run: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  root=(sudo)
fi

echo "Installing system libraries: ${missing[*]}"
"${root[@]}" apt-get update -qq
chosen=()
for package in "${missing[@]}"; do chosen+=("$(candidate "$package")"); done
"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${chosen[@]}" >/dev/null
