#!/usr/bin/env bash
# Debian's own packages, language and users.
# shellcheck source=vm/provision/common.sh
. "$(dirname "$0")/common.sh"

mkdir -p /etc/vivier
# Kept until the image is sealed: nothing of a machine's own is made before (vm/README.md). An update finds first boot done and leaves it away.
[ -e /var/lib/vivier-state/first-boot ] || touch /etc/vivier/building

# The database package makes a cluster unless told otherwise before it comes.
install -D -m 0644 "$VM/files/etc/postgresql-common/createcluster.conf" /etc/postgresql-common/createcluster.conf

install_packages \
  systemd-sysv dbus systemd-resolved systemd-timesyncd libpam-systemd libnss-resolve \
  ca-certificates curl openssl xz-utils zstd nftables iproute2 iputils-ping \
  locales console-setup kbd fonts-terminus tzdata logrotate unattended-upgrades \
  postgresql-17 postgresql-17-pgvector postgresql-client-17 caddy \
  openssh-server cifs-utils nfs-common age dialog qrencode jq cloud-guest-utils e2fsprogs fdisk sudo less nano usbutils procps

[ -z "${VIVIER_KERNEL:-}" ] || install_packages linux-image-amd64 grub-pc-bin grub2-common initramfs-tools

sed -i -e 's/^# *\(fr_FR.UTF-8 UTF-8\)/\1/' -e 's/^# *\(en_GB.UTF-8 UTF-8\)/\1/' /etc/locale.gen
locale -a | grep -qi '^fr_FR.utf8$' || locale-gen >/dev/null
case ${VIVIER_LANGUAGE:-fr} in
  fr) update-locale LANG=fr_FR.UTF-8 ;;
  *) update-locale LANG=en_GB.UTF-8 ;;
esac

add_user() { # name, home
  getent passwd "$1" >/dev/null || useradd --system --user-group --home-dir "$2" --no-create-home --shell /usr/sbin/nologin "$1"
}
add_user vivier /var/lib/vivier
add_user ollama /var/lib/ollama

echo vivier >/etc/hostname
grep -q vivier.local /etc/hosts 2>/dev/null || printf '127.0.0.1 localhost\n127.0.1.1 vivier vivier.local\n::1 localhost\n' >/etc/hosts
