#!/usr/bin/env bash
# Makes vivier-update-VERSION.tar from a root file system that passed its self-test: what `usr/lib/vivier/update` takes. Prints the checksum.
#   update.sh [FOLDER] [--without-n8n]
set -euo pipefail
rootfs=${VIVIER_ROOTFS:-/var/tmp/vivier-rootfs}
out=$(readlink -f "${1:-.}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

read_version() { jq -r .version "$rootfs/opt/$1/package.json"; }

jq -n --arg vivier "$(read_version vivier)" --arg n8n "$(read_version n8n/node_modules/n8n)" '{format: 1, $vivier, $n8n}' >"$work/manifest.json"
tar -c --zstd -f "$work/vivier.tar.zst" --owner=0 --group=0 -C "$rootfs/opt/vivier" .
[ "${2:-}" = --without-n8n ] || tar -c --zstd -f "$work/n8n.tar.zst" --owner=0 --group=0 -C "$rootfs/opt/n8n" .
file=$out/vivier-update-$(read_version vivier).tar
tar -cf "$file" -C "$work" .
sha256sum "$file"
