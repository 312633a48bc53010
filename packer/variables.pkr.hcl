variable "memory" {
  type        = number
  default     = 12288
  description = "Memory in MB. The model needs about 6 GB, the rest 3 GB."
}

variable "cpus" {
  type    = number
  default = 4
}

variable "disk" {
  type        = number
  default     = 65536
  description = "Size of the disk in MB. It grows as it is filled; VirtualBox hardly enlarges it later."
}

variable "language" {
  type        = string
  default     = "fr"
  description = "Language of console and pages: fr or en."
}

variable "keyboard" {
  type        = string
  default     = "fr"
  description = "Keyboard layout of the console: fr, be, ch, ca, gb, us, de …"
}

variable "timezone" {
  type    = string
  default = "Europe/Paris"
}

variable "model" {
  type    = string
  default = "mistral:7b-instruct"
}

variable "embedding_model" {
  type    = string
  default = "bge-m3"
}

variable "model_digest" {
  type        = string
  default     = ""
  description = "SHA-256 of the manifest of another `model`; that of the default one is pinned."
}

variable "embedding_digest" {
  type        = string
  default     = ""
  description = "The same for another `embedding_model`."
}

variable "ollama_from" {
  type        = string
  default     = "online"
  description = "Ollama: online (pinned download), local (from `artefacts`) or absent."
}

variable "model_from" {
  type        = string
  default     = "online"
  description = "The models: online, local (from `artefacts`) or absent. Without a model the rules work alone."
}

variable "artefacts" {
  type        = string
  default     = ""
  description = "Folder on this machine with ollama-linux-amd64.tar.zst (or .tgz) and models/ as OLLAMA_MODELS has it, for a build without these downloads."
}

variable "proxy" {
  type        = string
  default     = ""
  description = "HTTP proxy for the build: http://host:port. It does not stay in the image."
}

# From vm/pins.env; `npm run appliance:pins` writes them into pins.auto.pkrvars.hcl.
variable "iso_url" {
  type = string
}

variable "iso_sha256" {
  type = string
}

variable "version" {
  type    = string
  default = "0.1.0"
}

variable "accelerator" {
  type        = string
  default     = "kvm"
  description = "For the source qemu: kvm, hvf, whpx, or tcg where there is none (slow)."
}

variable "headless" {
  type    = bool
  default = true
}
