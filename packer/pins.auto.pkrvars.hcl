# From vm/pins.env, by `npm run appliance:pins`.
iso_url    = "https://cdimage.debian.org/cdimage/archive/13.1.0/amd64/iso-cd/debian-13.1.0-amd64-netinst.iso"
iso_sha256 = "658b28e209b578fe788ec5867deebae57b6aac5fce3692bbb116bab9c65568b3"
