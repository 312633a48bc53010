# shellcheck shell=bash disable=SC2034 # the scripts that read this file use these names
# What every provisioning script begins with: strict mode, where things are, and downloads that are checked.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1 LC_ALL=C.UTF-8
umask 022

VM=${VIVIER_VM:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)}
# The bundle: vivier.tgz, package-lock.json, runtime/, vm/ (made by vm/build/bundle.sh).
BUNDLE=${VIVIER_BUNDLE:-$(dirname "$VM")}
ARTEFACTS=${VIVIER_ARTEFACTS:-$BUNDLE/artefacts}
REGISTRY=${npm_config_registry:-https://registry.npmjs.org/}
# shellcheck source=vm/pins.env
. "$VM/pins.env"

say() { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*"; }
die() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}

install_packages() {
  local missing=() name
  for name in "$@"; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold -o Dpkg::Use-Pty=0 "${missing[@]}" >/dev/null
}

# fetch URL CHECKSUM FILE: CHECKSUM is sha256-HEX or npm's sha512-BASE64. A wrong file is removed, an empty checksum refused.
fetch() {
  local url=$1 checksum=$2 file=$3 found
  [ -n "${checksum#*-}" ] || die "no checksum is pinned for $url: run \"npm run appliance:pins\" on a machine with internet, or use an offline artefact"
  curl --fail --silent --show-error --location --retry 3 --output "$file" "$url"
  case $checksum in
    sha256-*) found=sha256-$(sha256sum "$file" | cut -d' ' -f1) ;;
    sha512-*) found=sha512-$(openssl dgst -sha512 -binary "$file" | base64 -w0) ;;
    *) die "unknown kind of checksum: $checksum" ;;
  esac
  [ "$found" = "$checksum" ] || {
    rm -f "$file"
    die "$url does not have the pinned checksum"
  }
}
