#!/usr/bin/env bash
# An OVA from a disk, checked: ova.sh DISK FILE.ova. DISK is raw or qcow2. VIVIER_MEMORY (MB) and VIVIER_CPUS are what the machine asks for at import.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
disk=${1:?disk} ova=${2:?file of the OVA}
work=$(mktemp -d -p "${VIVIER_WORK:-/var/tmp}" vivier-ova.XXXXXX)
trap 'rm -rf "$work"' EXIT
name=$(basename "$ova" .ova)
format=$(qemu-img info --output=json "$disk" | node -p 'JSON.parse(require("fs").readFileSync(0)).format')

qemu-img convert -f "$format" -O vmdk -o subformat=streamOptimized,adapter_type=lsilogic "$disk" "$work/$name-disk1.vmdk"
qemu-img check -q "$work/$name-disk1.vmdk"
qemu-img compare -q -f "$format" -F vmdk "$disk" "$work/$name-disk1.vmdk"

bytes=$(qemu-img info --output=json "$disk" | node -p 'JSON.parse(require("fs").readFileSync(0))["virtual-size"]')
VIVIER_VERSION=$(node -p "require('$root/package.json').version") node "$here/ovf.mjs" "$name" "$bytes" "$(stat --format=%s "$work/$name-disk1.vmdk")" \
  "${VIVIER_CPUS:-4}" "${VIVIER_MEMORY:-12288}" >"$work/$name.ovf"
"$here/check-ovf.sh" "$work/$name.ovf"

# The descriptor comes first in the archive, and the manifest names sums as the standard writes them.
(cd "$work" && for file in "$name.ovf" "$name-disk1.vmdk"; do printf 'SHA256(%s)= %s\n' "$file" "$(sha256sum "$file" | cut -d' ' -f1)"; done >"$name.mf")
tar --format=ustar --owner=0 --group=0 --numeric-owner -C "$work" -cf "$ova" "$name.ovf" "$name.mf" "$name-disk1.vmdk"

# Read back: the sums of what is in the archive are those of its manifest.
mkdir "$work/back"
tar -xf "$ova" -C "$work/back"
(cd "$work/back" && sed -E 's/^SHA256\((.*)\)= ([0-9a-f]{64})$/\2  \1/' "$name.mf" | sha256sum --check --quiet)
printf '%s: %s\n' "$ova" "$(du -h "$ova" | cut -f1)"
