#!/usr/bin/env bash
# What starts by itself, and what does not.
# shellcheck source=vm/provision/common.sh
. "$(dirname "$0")/common.sh"

enabled=(nftables vivier-egress.timer systemd-networkd systemd-resolved systemd-timesyncd postgresql caddy vivier-n8n ollama unattended-upgrades
  apt-daily.timer apt-daily-upgrade.timer logrotate.timer)
# Programs that may or may not be part of this image yet.
for unit in vivier-first-boot.service vivier-health.service vivier-requests.socket vivier-requests.path vivier-backup.timer vivier-erasures.timer vivier-console@tty1.service; do
  [ ! -e "/etc/systemd/system/${unit/@tty1/@}" ] || enabled+=("$unit")
done
systemctl enable --quiet "${enabled[@]}"
# SSH is there for an administrator who switches it on. The console has the first screen to itself.
systemctl disable --quiet ssh.service ssh.socket 2>/dev/null || true
systemctl mask --quiet ssh.socket systemd-networkd-wait-online.service
# NFS 4 needs no port mapper.
systemctl mask --quiet rpcbind.socket rpcbind.service rpc-statd.service nfs-blkmap.service run-rpc_pipefs.mount
[ ! -e /etc/systemd/system/vivier-console@.service ] || systemctl mask --quiet getty@tty1.service
systemctl set-default --quiet multi-user.target
# Nobody has a password: the console needs none, and SSH takes keys only.
passwd --lock root >/dev/null
# Debian's installer brings another program for the network: two would fight over the card.
[ ! -e /etc/network/interfaces ] || printf 'auto lo\niface lo inet loopback\n' >/etc/network/interfaces
! command -v update-grub >/dev/null || [ ! -e /boot/grub/grub.cfg ] || systemd-detect-virt --quiet --container || update-grub 2>/dev/null
