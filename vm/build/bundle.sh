#!/usr/bin/env bash
# The bundle that is provisioned: bundle.sh FOLDER. Vivier's npm package, both lock files, and vm/.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
out=${1:?folder of the bundle}
mkdir -p "$out/runtime"
packed=$(mktemp -d)
trap 'rm -rf "$packed"' EXIT
(cd "$root" && node --input-type=module -e "await (await import('./scripts/lib/build.mjs')).build()" &&
  npm pack --ignore-scripts --silent --pack-destination "$packed" >/dev/null)
install -m 0644 "$packed"/*.tgz "$out/vivier.tgz"
install -m 0644 "$root/package-lock.json" "$out/"
install -m 0644 "$root/runtime/package.json" "$root/runtime/package-lock.json" "$out/runtime/"
rm -rf "$out/vm"
cp -r "$root/vm" "$out/vm"
mkdir -p "$out/vm/release"
printf 'VERSION=%s\nGIT_COMMIT=%s\nBUILT=%s\n' \
  "$(node -p "require('$root/package.json').version")" "$(git -C "$root" rev-parse HEAD 2>/dev/null || echo unknown)" \
  "$(git -C "$root" log -1 --format=%cI 2>/dev/null || date -Is)" >"$out/vm/release/release.env"
