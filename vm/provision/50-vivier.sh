#!/usr/bin/env bash
# Vivier in /opt/vivier: the npm package with its dependencies, and these scripts beside it.
# shellcheck source=vm/provision/common.sh
. "$(dirname "$0")/common.sh"

want=$(cat "$BUNDLE/vivier.tgz" "$BUNDLE/package-lock.json" | sha256sum | cut -d' ' -f1)
lock=$(sha256sum "$BUNDLE/package-lock.json" | cut -d' ' -f1)
stamps=/opt/vivier/.stamps
if [ "$(cat $stamps/package 2>/dev/null)" != "$want" ]; then
  mkdir -p /opt/vivier.new
  tar -xzf "$BUNDLE/vivier.tgz" -C /opt/vivier.new --strip-components=1 --no-same-owner
  install -m 0644 "$BUNDLE/package-lock.json" /opt/vivier.new/
  mkdir -p /opt/vivier.new/.stamps
  if [ "$(cat $stamps/dependencies 2>/dev/null)" = "$lock" ]; then
    mv /opt/vivier/node_modules /opt/vivier.new/
  else
    (cd /opt/vivier.new && npm ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error)
  fi
  printf %s "$lock" >/opt/vivier.new/.stamps/dependencies
  printf %s "$want" >/opt/vivier.new/.stamps/package
  rm -rf /opt/vivier
  mv /opt/vivier.new /opt/vivier
fi

# The scripts themselves, for an update and for whoever wants to read what was done.
if [ "$VM" != /opt/vivier/vm ]; then
  rm -rf /opt/vivier/vm
  cp -r "$VM" /opt/vivier/vm
fi
find /opt/vivier \( ! -user root -o ! -group root \) -exec chown -h root:root {} +
vivier --version >/dev/null || die "the command vivier does not run"
