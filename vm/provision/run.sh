#!/usr/bin/env bash
# Runs the provisioning scripts in their order: run.sh [NN-name.sh …]. As root, in a guest, a chroot or a container; may be run again.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd /
scripts=("$@")
[ ${#scripts[@]} -gt 0 ] || mapfile -t scripts < <(cd "$here" && ls [0-9][0-9]-*.sh)
for script in "${scripts[@]}"; do
  started=$SECONDS
  bash "$here/$script"
  printf '%s  %s done (%d s)\n' "$(date +%H:%M:%S)" "$script" $((SECONDS - started))
done
