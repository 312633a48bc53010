# The appliance: `packer init . && packer build -only=virtualbox-iso.vivier .` makes output/vivier-VERSION.ova; -only=qemu.vivier a disk for vm/build/ova.sh.

locals {
  locales = { fr = "fr_FR.UTF-8", en = "en_GB.UTF-8" }

  # Debian moves a disc to its archive when the next one comes.
  iso_name    = basename(var.iso_url)
  iso_archive = "https://cdimage.debian.org/cdimage/archive/${split("-", local.iso_name)[1]}/amd64/iso-cd/${local.iso_name}"

  # Leaves the graphical menu of the installer's disc for its own prompt.
  boot_command = [
    "<esc><wait3>",
    "auto url=http://{{ .HTTPIP }}:{{ .HTTPPort }}/preseed.cfg priority=critical ",
    "locale=${local.locales[var.language]} keyboard-configuration/xkb-keymap=${var.keyboard} time/zone=${var.timezone} ",
    "hostname=vivier domain=local mirror/http/proxy=${var.proxy} --- quiet<enter>",
  ]

  # The image is sealed last of all, when nothing will be started in it any more; the account that built it goes at the same time.
  shutdown_command = "sudo sh -c 'bash /var/tmp/bundle/vm/build/seal.sh && rm -rf /var/tmp/bundle /etc/sudoers.d/packer && userdel --force --remove packer; systemctl poweroff'"
}

source "virtualbox-iso" "vivier" {
  vm_name              = "vivier-${var.version}"
  guest_os_type        = "Debian_64"
  headless             = var.headless
  iso_urls             = [var.iso_url, local.iso_archive]
  iso_checksum         = "sha256:${var.iso_sha256}"
  http_directory       = "${path.root}/http"
  boot_wait            = "5s"
  boot_command         = local.boot_command
  cpus                 = var.cpus
  memory               = var.memory
  disk_size            = var.disk
  hard_drive_interface = "sata"
  guest_additions_mode = "disable"
  # Lists of VBoxManage rather than options that only some versions of Packer know.
  vboxmanage = [
    ["modifyvm", "{{ .Name }}", "--nictype1", "82540EM"],
    ["modifyvm", "{{ .Name }}", "--graphicscontroller", "vmsvga"],
    ["modifyvm", "{{ .Name }}", "--vram", "16"],
    ["modifyvm", "{{ .Name }}", "--rtcuseutc", "on"],
    ["modifyvm", "{{ .Name }}", "--audio", "none"],
  ]
  vboxmanage_post = [
    ["modifyvm", "{{ .Name }}", "--nic1", "bridged"],
  ]
  ssh_username     = "packer"
  ssh_password     = "packer"
  ssh_timeout      = "60m"
  shutdown_command = local.shutdown_command
  shutdown_timeout = "15m"
  output_directory = "${path.root}/output/virtualbox"
  format           = "ova"
  export_opts = [
    "--manifest",
    "--vsys", "0",
    "--product", "Vivier",
    "--vendor", "The Vivier authors",
    "--version", var.version,
    "--description", "Vivier. Its screen shows the address to open in a browser.",
  ]
}

source "qemu" "vivier" {
  vm_name          = "vivier.qcow2"
  headless         = var.headless
  accelerator      = var.accelerator
  iso_urls         = [var.iso_url, local.iso_archive]
  iso_checksum     = "sha256:${var.iso_sha256}"
  http_directory   = "${path.root}/http"
  boot_wait        = "5s"
  boot_command     = local.boot_command
  cpus             = var.cpus
  memory           = var.memory
  disk_size        = "${var.disk}M"
  disk_interface   = "virtio"
  net_device       = "e1000"
  format           = "qcow2"
  ssh_username     = "packer"
  ssh_password     = "packer"
  ssh_timeout      = "120m"
  shutdown_command = local.shutdown_command
  shutdown_timeout = "15m"
  output_directory = "${path.root}/output/qemu"
}

build {
  sources = ["source.virtualbox-iso.vivier", "source.qemu.vivier"]

  # What is built in: the package of this clone, both lock files, the scripts, and the offline artefacts when there are any.
  provisioner "shell-local" {
    inline = [
      "rm -rf '${path.root}/output/bundle'",
      "'${path.root}/../vm/build/bundle.sh' '${path.root}/output/bundle'",
      "mkdir -p '${path.root}/output/bundle/artefacts'",
      "[ -z '${var.artefacts}' ] || cp -r '${var.artefacts}/.' '${path.root}/output/bundle/artefacts/'",
    ]
  }

  provisioner "file" {
    source      = "${path.root}/output/bundle"
    destination = "/var/tmp"
    # Made by the step before.
    generated = true
  }

  provisioner "shell" {
    execute_command = "sudo env {{ .Vars }} bash '{{ .Path }}'"
    environment_vars = [
      "VIVIER_LANGUAGE=${var.language}",
      "VIVIER_KEYBOARD=${var.keyboard}",
      "VIVIER_TIMEZONE=${var.timezone}",
      "VIVIER_MODEL=${var.model}",
      "VIVIER_MODEL_DIGEST=${var.model_digest}",
      "VIVIER_EMBEDDING_MODEL=${var.embedding_model}",
      "VIVIER_EMBEDDING_DIGEST=${var.embedding_digest}",
      "VIVIER_OLLAMA=${var.ollama_from}",
      "VIVIER_MODEL_FROM=${var.model_from}",
      "http_proxy=${var.proxy}",
      "https_proxy=${var.proxy}",
    ]
    inline = ["bash /var/tmp/bundle/vm/provision/run.sh"]
  }
}
