# Alone in this file: Debian's Packer 1.6.6, which has its plugins built in, does not know these words and is run without the file (npm run appliance:check).
packer {
  required_version = ">= 1.9.0"
  required_plugins {
    virtualbox = {
      source  = "github.com/hashicorp/virtualbox"
      version = "= 1.1.2"
    }
    qemu = {
      source  = "github.com/hashicorp/qemu"
      version = "= 1.1.2"
    }
  }
}
