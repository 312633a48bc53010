#!/usr/bin/env bash
# Boots the root file system as a container on a throw-away overlay, in a network of its own: container.sh mount | start | shell COMMAND … | reboot | restarted | cut | on | down | stop.
# The container is at 10.88.77.2, this machine at 10.88.77.1; nothing routes further. Root and systemd-container are needed.
set -euo pipefail
rootfs=${VIVIER_ROOTFS:-/var/tmp/vivier-rootfs}
work=${VIVIER_CONTAINER:-/var/tmp/vivier-container}
name=${VIVIER_CONTAINER_NAME:-vivier}
net=${VIVIER_CONTAINER_NET:-10.88.77}
pidfile=$work/pid

leader() { # the container's own process 1
  [ -s "$pidfile" ] && pgrep -P "$(cat "$pidfile")" 2>/dev/null | head -n 1
}

launch() {
  # --keep-unit and --register=no: this machine need not run systemd itself.
  setsid systemd-nspawn --quiet --boot --directory="$work/root" --machine="$name" --register=no --keep-unit --network-veth --link-journal=no \
    --resolv-conf=off --timezone=off --hostname=vivier --notify-ready=no --kill-signal=SIGRTMIN+3 --console=pipe </dev/null >>"$work/console.log" 2>&1 &
  echo $! >"$pidfile"
  connect
}

ended() { # PID SECONDS: waits until it has ended, at most so long
  local tenths=$(($2 * 10))
  while kill -0 "$1" 2>/dev/null && [ $((tenths--)) -gt 0 ]; do sleep 0.1; done
}

connect() { # this machine's end of the cable
  local card="ve-$name"
  for _ in $(seq 100); do
    ! ip link show "$card" >/dev/null 2>&1 || break
    sleep 0.1
  done
  ip address replace "$net.1/24" dev "$card"
  ip link set "$card" up
}

case ${1:-} in
  mount) # the overlay alone, for files to be added before the start
    [ -e "$rootfs/etc/debian_version" ] || {
      echo "no root file system in $rootfs: run vm/build/rootfs.sh first" >&2
      exit 1
    }
    mkdir -p "$work"/{upper,work,root}
    mountpoint -q "$work/root" || mount -t overlay overlay -o "lowerdir=$rootfs,upperdir=$work/upper,workdir=$work/work" "$work/root"
    : >"$work/root/etc/fstab"
    mkdir -p "$work/root/etc/systemd/network"
    printf '[Match]\nName=host0\n\n[Network]\nAddress=%s.2/24\nGateway=%s.1\nDNS=%s.1\nMulticastDNS=yes\n' "$net" "$net" "$net" >"$work/root/etc/systemd/network/10-container.network"
    ;;
  start)
    "$0" mount
    launch
    ;;
  shell)
    shift
    pid=$(leader) || { echo "the container does not run" >&2; exit 1; }
    exec nsenter --target "$pid" --mount --uts --ipc --net --pid --cgroup --root --wd -- env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TERM="${TERM:-dumb}" "$@"
    ;;
  down) # an orderly shutdown; the overlay stays
    pid=$(cat "$pidfile")
    kill -TERM "$pid"
    ended "$pid" 90
    rm -f "$pidfile"
    ;;
  reboot)
    "$0" down
    launch
    ;;
  restarted) # the machine restarts itself: without a systemd around it, nspawn ends then and is started again
    pid=$(cat "$pidfile")
    ended "$pid" 300
    launch
    ;;
  cut) # the power fails: every process is killed at once, and nothing is told
    pid=$(cat "$pidfile")
    kill -KILL "$(leader)"
    ended "$pid" 30
    rm -f "$pidfile"
    ;;
  on) launch ;;
  stop)
    [ ! -s "$pidfile" ] || "$0" down
    ! mountpoint -q "$work/root" || umount "$work/root"
    rm -rf "$work"
    ;;
  *)
    echo "usage: container.sh mount | start | shell COMMAND … | reboot | restarted | cut | on | down | stop" >&2
    exit 2
    ;;
esac
