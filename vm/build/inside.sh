#!/usr/bin/env bash
# Runs a command inside a root file system, not booted: inside.sh FOLDER [options of systemd-nspawn] -- COMMAND …
set -euo pipefail
folder=$1
shift
options=()
while [ "$1" != -- ]; do
  options+=("$1")
  shift
done
shift
# Where this machine does not run systemd itself, nspawn ends with a warning about a folder of its own that it leaves alone.
systemd-nspawn --quiet --directory="$folder" --register=no --keep-unit --as-pid2 --pipe --resolv-conf=replace-host \
  --timezone=off "${options[@]}" -- "$@" </dev/null 2> >(grep -v "^Attempted to remove disk file system" >&2)
