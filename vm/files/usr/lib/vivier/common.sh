# shellcheck shell=bash
# What all programs of the appliance share. ROOT is empty in the machine; tests point it to a folder of theirs.
set -euo pipefail
umask 077

ROOT=${VIVIER_ROOT:-}
SECRETS=$ROOT/etc/vivier/secrets
STATE=$ROOT/var/lib/vivier-state
DATA=$ROOT/var/lib/vivier
BACKUPS=$ROOT/var/backups/vivier
RUN=$ROOT/run/vivier
HERE=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
N8N=/opt/n8n/node_modules/n8n/bin/n8n
UNITS=(vivier-n8n.service vivier-health.service)
export HERE SECRETS STATE DATA BACKUPS RUN N8N UNITS

settings() {
  local file
  for file in "$ROOT/etc/vivier/appliance.env" "$ROOT/etc/vivier/local.env"; do
    [ ! -e "$file" ] || cat "$file"
  done
}

# The last one wins, as in systemd's EnvironmentFile=.
setting() { settings | sed -n "s/^$1=\"\{0,1\}\([^\"]*\)\"\{0,1\}$/\1/p" | tail -n 1; }

# Writes standard input to a file, whole or not at all.
put() {
  local file=$1 mode=${2:-600}
  mkdir -p "$(dirname "$file")"
  cat >"$file.new"
  chmod "$mode" "$file.new"
  sync "$file.new"
  mv "$file.new" "$file"
}

set_local() {
  local name=$1 value=$2 file=$ROOT/etc/vivier/local.env
  { [ ! -e "$file" ] || grep -v "^$name=" "$file" || true; printf '%s="%s"\n' "$name" "$value"; } | put "$file" 644
}

language() { case $(setting VIVIER_LANGUAGE) in fr*) echo fr ;; *) echo en ;; esac; }

# say ENGLISH FRENCH
say() { if [ "$(language)" = fr ]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi; }

die() { say "$1" "$2" >&2; exit 1; }

# Runs a command as the user of n8n and the pool, with the settings and secrets that n8n gets, and nothing else.
as_vivier() {
  systemd-run --quiet --pipe --wait --collect --service-type=exec --uid=vivier --gid=vivier \
    --working-directory="$DATA" \
    -p "EnvironmentFile=/etc/vivier/appliance.env" -p "EnvironmentFile=-/etc/vivier/local.env" \
    -p "EnvironmentFile=$SECRETS/n8n.env" -p "EnvironmentFile=${POOL_ENV:-$SECRETS/pool.env}" \
    -p PrivateTmp=yes -E PATH=/usr/local/bin:/usr/bin:/bin -E N8N_LOG_LEVEL=error "$@"
}

# Without a PAM session, which would fill the journal.
as_user() {
  local user=$1
  shift
  (cd / && exec setpriv --reuid="$user" --regid="$user" --init-groups "$@")
}

sql() { as_user postgres env PGOPTIONS="-c client_min_messages=warning" psql -qAtX -v ON_ERROR_STOP=1 "$@"; }

has_database() { [ "$(sql -c "select 1 from pg_database where datname = '$1'")" = 1 ]; }

random_text() { # LENGTH: without letters that are taken for one another
  head -c $(($1 * 40)) /dev/urandom | LC_ALL=C tr -dc 'ABCDEFGHJKMNPQRSTVWXYZ23456789' | head -c "$1"
}

vivier_as() { as_vivier node /opt/vivier/dist/cli/index.js "$@"; }

# The address of a database of this machine; the user is who asks.
address_of() { printf 'postgres://vivier@%%2Frun%%2Fpostgresql/%s' "$1"; }

# fetch https://… FILE: the way is open for that long, and for root alone. A server that sends on to another is followed three times, by HTTPS only.
fetch() {
  local url=$1 file=$2 place quiet=(--silent --show-error)
  place='^https://([A-Za-z0-9][A-Za-z0-9.-]*)(:([0-9]{1,5}))?/'
  [ ! -t 2 ] || quiet=(--progress-bar)
  for _ in 1 2 3 4; do
    [[ $url =~ $place ]] || die "Only addresses that begin with https:// are taken: $url" "Seules les adresses en https:// sont acceptées : $url"
    vivier-egress open download "${BASH_REMATCH[1]}" "${BASH_REMATCH[3]:-443}" >/dev/null
    url=$(curl "${quiet[@]}" --fail --proto '=https' --connect-timeout 20 --speed-limit 1000 --speed-time 60 -o "$file" -w '%{redirect_url}' "$url") || break
    [ -n "$url" ] || return 0
  done
  rm -f "$file"
  die "The download did not work (see above). Nothing was changed." "Le téléchargement n’a pas abouti (voir ci-dessus). Rien n’a été modifié."
}

fetched() { vivier-egress close download >/dev/null 2>&1 || true; }

same_sum() { [ "$(sha256sum "$1" | cut -d' ' -f1)" = "$(tr -dc '[:xdigit:]' <<<"$2" | tr '[:upper:]' '[:lower:]')" ]; }

# One at a time: backup, restore, update, reset. What one of them calls belongs to it.
alone() {
  [ -z "${VIVIER_ALONE:-}" ] || return 0
  export VIVIER_ALONE=1
  mkdir -p "$RUN"
  exec 9>"$RUN/maintenance.lock"
  flock -n 9 || die "A backup, restore, update or reset is under way. Try again later." \
    "Une sauvegarde, une restauration, une mise à jour ou une remise à zéro est en cours. Réessayez plus tard."
}
