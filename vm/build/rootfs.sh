#!/usr/bin/env bash
# Debian 13 with everything provisioned, in a folder: rootfs.sh [NN-name.sh …]. Root, mmdebstrap and systemd-container are needed.
# A second run keeps the folder and runs the provisioning again, which does only what changed.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
rootfs=${VIVIER_ROOTFS:-/var/tmp/vivier-rootfs}
bundle=${VIVIER_BUNDLE:-$rootfs.bundle}
n8n_from=${VIVIER_N8N_FROM:-$root/runtime/node_modules}

if [ ! -e "$rootfs/etc/debian_version" ]; then
  rm -rf "$rootfs.new"
  mmdebstrap --quiet --variant=minbase --include=systemd-sysv,dbus,ca-certificates,curl,xz-utils,openssl \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-include=/usr/share/locale/fr/*' --dpkgopt='path-include=/usr/share/locale/locale.alias' \
    trixie "$rootfs.new" "${VIVIER_DEBIAN_MIRROR:-http://deb.debian.org/debian}"
  cat >"$rootfs.new/etc/apt/sources.list" <<'LIST'
deb http://deb.debian.org/debian trixie main
deb http://deb.debian.org/debian trixie-updates main
deb http://security.debian.org/debian-security trixie-security main
LIST
  mv "$rootfs.new" "$rootfs"
fi

"$here/bundle.sh" "$bundle"

# An n8n that this machine already installed from the same lock file saves the longest step. Hard links where all is root's: nothing below changes
# a file in place, but owners are set.
lock=$(sha256sum "$root/runtime/package-lock.json" | cut -d' ' -f1)
target=$rootfs/opt/n8n/node_modules
if [ "$(cat "$n8n_from/.vivier-installed" 2>/dev/null)" = "$lock" ] && [ "$(cat "$target/.vivier-installed" 2>/dev/null)" != "$lock" ]; then
  rm -rf "$target"
  mkdir -p "$rootfs/opt/n8n"
  if [ "$(stat --format=%u "$n8n_from")" != 0 ] || ! cp -al "$n8n_from" "$target" 2>/dev/null; then
    rm -rf "$target"
    cp -a "$n8n_from" "$target"
  fi
fi

# Services must not start while packages are installed.
printf '#!/bin/sh\nexit 101\n' >"$rootfs/usr/sbin/policy-rc.d"
chmod +x "$rootfs/usr/sbin/policy-rc.d"
cache=$(npm config get cache 2>/dev/null)
mkdir -p "$cache"
pass=()
for name in VIVIER_OLLAMA VIVIER_MODEL_FROM VIVIER_KERNEL VIVIER_LANGUAGE VIVIER_KEYBOARD VIVIER_TIMEZONE VIVIER_MODEL VIVIER_MODEL_DIGEST VIVIER_EMBEDDING_MODEL VIVIER_EMBEDDING_DIGEST npm_config_registry http_proxy https_proxy no_proxy; do
  [ -z "${!name:-}" ] || pass+=("--setenv=$name=${!name}")
done
# This machine's own authorities, for a network that opens TLS; they don't stay in the image.
"$here/inside.sh" "$rootfs" --bind-ro="$bundle:/run/bundle" --bind="$cache:/run/npm-cache" \
  --bind-ro=/etc/ssl/certs/ca-certificates.crt:/run/build-ca.crt ${VIVIER_ARTEFACTS:+--bind-ro="$VIVIER_ARTEFACTS:/run/artefacts"} \
  --setenv=VIVIER_BUNDLE=/run/bundle --setenv=VIVIER_ARTEFACTS=/run/artefacts --setenv=npm_config_cache=/run/npm-cache \
  --setenv=NODE_EXTRA_CA_CERTS=/run/build-ca.crt --setenv=CURL_CA_BUNDLE=/run/build-ca.crt "${pass[@]}" \
  -- bash /run/bundle/vm/provision/run.sh "$@"
rm -f "$rootfs/usr/sbin/policy-rc.d"
"$here/inside.sh" "$rootfs" --bind-ro="$bundle:/run/bundle" -- bash /run/bundle/vm/build/seal.sh
