#!/usr/bin/env bash
# Units, settings and helper programs, laid over /. What the administrator opened, closed or certified is left alone on an update.
# shellcheck source=vm/provision/common.sh
. "$(dirname "$0")/common.sh"

declare -A was=()
for key in VIVIER_LANGUAGE VIVIER_KEYBOARD TZ VIVIER_MODEL VIVIER_EMBEDDING_MODEL; do
  [ -e /etc/vivier/building ] || was[$key]=$(sed -n "s|^$key=||p" /etc/vivier/appliance.env 2>/dev/null || true)
done
cd "$VM/files" || exit 1
find . -type f -o -type l | sed 's|^\./||' | while read -r file; do
  case $file in
    etc/vivier/egress.d/* | etc/caddy/tls.caddy) [ -e /etc/vivier/building ] || continue ;;
  esac
  mode=0644
  [ ! -x "$file" ] || mode=0755
  if [ -L "$file" ]; then
    mkdir -p "/$(dirname "$file")" && cp -P "$file" "/$file"
  else
    install -D -m $mode -o root -g root "$file" "/$file"
  fi
done
# What the caller chose for this image, and on an update whoever built it; later changes are the machine's own (local.env).
choose() { # KEY VALUE
  local value=${2:-${was[$1]:-}}
  [ -z "$value" ] || sed -i "s|^$1=.*|$1=$value|" /etc/vivier/appliance.env
}
choose VIVIER_LANGUAGE "${VIVIER_LANGUAGE:-}"
choose VIVIER_KEYBOARD "${VIVIER_KEYBOARD:-}"
choose TZ "${VIVIER_TIMEZONE:-}"
choose VIVIER_MODEL "${VIVIER_MODEL:-}"
choose VIVIER_EMBEDDING_MODEL "${VIVIER_EMBEDDING_MODEL:-}"
[ ! -e /etc/vivier/building ] || printf 'XKBMODEL="pc105"\nXKBLAYOUT="%s"\nBACKSPACE="guess"\n' "${VIVIER_KEYBOARD:-fr}" >/etc/default/keyboard
[ ! -e /etc/vivier/building ] || ln -sfn "/usr/share/zoneinfo/${VIVIER_TIMEZONE:-Europe/Paris}" /etc/localtime
systemd-sysusers
systemd-tmpfiles --create /etc/tmpfiles.d/vivier.conf
