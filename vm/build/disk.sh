#!/usr/bin/env bash
# A bootable disk from the root file system, without loop devices or mounted disks: disk.sh DISK.raw. Root is needed; the root file system stays as it is.
# VIVIER_DISK_SIZE (64G; the file is sparse) is the size that the machine sees.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
disk=${1:?file of the disk}
size=${VIVIER_DISK_SIZE:-64G}
rootfs=${VIVIER_ROOTFS:-/var/tmp/vivier-rootfs}
work=$(mktemp -d -p "${VIVIER_WORK:-/var/tmp}" vivier-disk.XXXXXX)
cleanup() {
  ! mountpoint -q "$work/root" || umount "$work/root"
  rm -rf "$work"
}
trap cleanup EXIT
say() { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*"; }

[ -e "$rootfs/etc/debian_version" ] || "$here/rootfs.sh"
mkdir "$work"/{root,upper,work}
mount -t overlay overlay -o "lowerdir=$rootfs,upperdir=$work/upper,workdir=$work/work" "$work/root"

say "kernel and boot loader"
printf 'LABEL=vivier / ext4 errors=remount-ro,noatime 0 1\n' >"$work/root/etc/fstab"
VIVIER_ROOTFS=$work/root VIVIER_BUNDLE=$work/bundle VIVIER_KERNEL=1 "$here/rootfs.sh" >"$work/log" 2>&1 || {
  tail -n 30 "$work/log" >&2
  exit 1
}
modules=(biosdisk part_msdos ext2 normal linux search search_label configfile echo test ls boot all_video gfxterm font)
grub=$work/root/boot/grub
mkdir -p "$grub/i386-pc"
cp "$work"/root/usr/lib/grub/i386-pc/{*.mod,*.lst,boot.img} "$grub/i386-pc/"
# The image is sealed by now: this machine's name server must not get into it again.
"$here/inside.sh" "$work/root" --resolv-conf=off -- grub-mkimage -O i386-pc -o /boot/grub/i386-pc/core.img -p '(hd0,msdos1)/boot/grub' "${modules[@]}"
# shellcheck source=vm/files/etc/default/grub.d/vivier.cfg
. "$work/root/etc/default/grub.d/vivier.cfg"
cat >"$grub/grub.cfg" <<CFG
# Replaced by update-grub with the first new kernel.
set timeout=2
set default=0
search --no-floppy --label vivier --set=root
menuentry "Vivier" {
	linux /vmlinuz root=LABEL=vivier ro $GRUB_CMDLINE_LINUX_DEFAULT
	initrd /initrd.img
}
CFG
test -e "$work/root/vmlinuz" -a -e "$work/root/initrd.img" || {
  echo "FAILED: no kernel in the image" >&2
  exit 1
}

test -L "$work/root/etc/resolv.conf" || {
  echo "FAILED: the name server of this machine is in the image" >&2
  exit 1
}

say "file system"
rm -f "$disk"
truncate --size="$size" "$disk"
bytes=$(stat --format=%s "$disk")
printf 'label: dos\nstart=2048, type=83, bootable\n' | sfdisk --quiet "$disk"
mke2fs -q -t ext4 -L vivier -m 1 -O ^metadata_csum_seed,^orphan_file -E "offset=$((2048 * 512)),root_owner=0:0" -d "$work/root" "$disk" "$((bytes / 1024 - 1024))k"

# grub where a BIOS looks for it: the first 440 bytes, and from sector 1 on to the first partition.
dd if="$grub/i386-pc/boot.img" of="$disk" bs=440 count=1 conv=notrunc status=none
dd if="$grub/i386-pc/core.img" of="$disk" bs=512 seek=1 conv=notrunc status=none
say "$disk: $(du -h "$disk" | cut -f1) of $size"
