#!/usr/bin/env bash
# Units, settings and helper programs, laid over /. What the administrator opened or closed is left alone on an update.
# shellcheck source=vm/provision/common.sh
. "$(dirname "$0")/common.sh"

cd "$VM/files" || exit 1
find . -type f -o -type l | sed 's|^\./||' | while read -r file; do
  case $file in
    etc/vivier/egress.d/*) [ -e /etc/vivier/building ] || continue ;;
  esac
  mode=0644
  [ ! -x "$file" ] || mode=0755
  if [ -L "$file" ]; then
    mkdir -p "/$(dirname "$file")" && cp -P "$file" "/$file"
  else
    install -D -m $mode -o root -g root "$file" "/$file"
  fi
done
systemd-sysusers
systemd-tmpfiles --create /etc/tmpfiles.d/vivier.conf
