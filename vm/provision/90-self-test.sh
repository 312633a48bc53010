#!/usr/bin/env bash
# The end of provisioning: what must be true of every image, in a guest, a chroot or a container.
# shellcheck source=vm/provision/common.sh
. "$(dirname "$0")/common.sh"
bad=0
holds() { # what, command …
  local what=$1
  shift
  if ! "$@" >/dev/null 2>&1; then
    echo "does not hold: $what" >&2
    bad=$((bad + 1))
  fi
}
not() { ! "$@"; }

holds 'Node is the pinned one' test "$(node --version)" = "v$NODE_VERSION"
holds 'n8n is the one of the lock file' test "$(node -p 'require("/opt/n8n/node_modules/n8n/package.json").version')" = "$(node -p "require('$BUNDLE/runtime/package-lock.json').packages['node_modules/n8n'].version")"
holds 'vivier runs' vivier --version
# shellcheck disable=SC2016 # node's own
holds 'the roles that first boot makes are those of the pool' test "$(sed -n 's/^ROLES=(\(.*\))$/\1/p' /usr/lib/vivier/database)" = \
  "$(node -p 'require("/opt/vivier/dist/lib/pool/roles.js").ROLES.join(" ")')"
for user in vivier ollama caddy; do
  holds "$user cannot log in" test "$(getent passwd $user | cut -d: -f7)" = /usr/sbin/nologin
done
holds 'no database is in the image' not compgen -G '/var/lib/postgresql/*/*/PG_VERSION'
holds 'no secret is in the image' not compgen -G '/etc/vivier/secrets/*'
# In a network of its own: the check needs rights that a container lacks on its host's.
holds 'the firewall file is valid' unshare --user --map-root-user --net nft --check --file /etc/nftables.conf
holds 'the web server file is valid' env HOME=/tmp caddy validate --config /etc/caddy/Caddyfile --adapter caddyfile
holds 'time is kept' test -e /etc/systemd/system/dbus-org.freedesktop.timesync1.service
holds 'SSH is off' not systemctl is-enabled ssh.service
rm -rf /tmp/.local /tmp/.config
units=(/etc/systemd/system/vivier-*.{service,timer})
[ ! -x /usr/local/bin/ollama ] || units+=(/etc/systemd/system/ollama.service)
for unit in "${units[@]}"; do
  holds "$(basename "$unit") is a valid unit" systemd-analyze verify --man=no --recursive-errors=no "$unit"
done
[ $bad -eq 0 ] || die "$bad things do not hold"
say "self-test: all holds"
