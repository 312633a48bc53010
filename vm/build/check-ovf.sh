#!/usr/bin/env bash
# Checks an OVF descriptor against DMTF's schema DSP8023 (version 1): check-ovf.sh FILE.ovf. The schema is not part of this repository: VIVIER_OVF_SCHEMA
# names the folder of dsp8023.xsd and the CIM schemas that it imports. Without it the file's form and references are checked, and that is said.
set -euo pipefail
ovf=${1:?OVF file}
xmllint --noout "$ovf"
value() { xmllint --xpath "string($1)" "$ovf"; }
file=$(value '//*[local-name()="References"]/*[local-name()="File"]/@*[local-name()="id"]')
[ -n "$file" ] && [ "$file" = "$(value '//*[local-name()="Disk"]/@*[local-name()="fileRef"]')" ]
[ "ovf:/disk/$(value '//*[local-name()="Disk"]/@*[local-name()="diskId"]')" = "$(value '//*[local-name()="HostResource"]')" ]
if [ -e "${VIVIER_OVF_SCHEMA:-/nonexistent}/dsp8023.xsd" ]; then
  xmllint --nonet --noout --schema "$VIVIER_OVF_SCHEMA/dsp8023.xsd" "$ovf"
else
  echo "OVF: well formed, references hold; not checked against DSP8023 (VIVIER_OVF_SCHEMA names no folder with it)"
fi
