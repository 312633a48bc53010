#!/usr/bin/env bash
# The last thing done to an image: removes what belongs to one machine only, then lets first boot happen. Inside the image, as root.
set -euo pipefail
rm -f /etc/ssh/ssh_host_* /var/lib/systemd/random-seed /var/lib/dbus/machine-id /root/.bash_history
: >/etc/machine-id
rm -rf /etc/vivier/secrets /etc/vivier/tls /var/lib/vivier /var/backups/vivier /var/lib/caddy/.local /var/lib/caddy/.config
rm -rf /var/lib/apt/lists/* /var/cache/apt/*.bin /var/cache/apt/archives/*.deb /tmp/* /var/tmp/* /root/.npm /root/.cache
find /var/log -type f -delete
rm -rf /var/log/journal/*
# Held against an image that would carry somebody's data or keys.
left=$(find /etc/postgresql /var/lib/postgresql -name PG_VERSION 2>/dev/null || true)
[ -z "$left" ] || {
  echo "FAILED: a database is in the image: $left" >&2
  exit 1
}
# It is a link to the resolver's own file in a running machine.
ln -sfn ../run/systemd/resolve/stub-resolv.conf /etc/resolv.conf
rm -f /etc/vivier/building
sync
