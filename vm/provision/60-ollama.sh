#!/usr/bin/env bash
# Ollama and its models: online (pinned download), local (files from $VIVIER_ARTEFACTS), or absent (said on the health page; the rules work alone).
# shellcheck source=vm/provision/common.sh
. "$(dirname "$0")/common.sh"

unpack() {
  case $1 in
    *.zst) zstd -dc "$1" | tar -x -C /usr/local --no-same-owner ;;
    *) tar -xzf "$1" -C /usr/local --no-same-owner ;;
  esac
  # Graphics cards are not passed into the virtual machine: their libraries are most of the archive.
  rm -rf /usr/local/lib/ollama/cuda_* /usr/local/lib/ollama/rocm /usr/local/lib/ollama/mlx_* /usr/local/lib/ollama/vulkan
  test -x /usr/local/bin/ollama || die "the archive $1 holds no bin/ollama"
}

case ${VIVIER_OLLAMA:-absent} in
  absent) say "Ollama: left out" ;;
  local)
    archive=$(find "$ARTEFACTS" -maxdepth 1 -name 'ollama-linux-amd64.t*' | head -n 1)
    [ -n "$archive" ] || die "no ollama-linux-amd64.tgz or .tar.zst in $ARTEFACTS"
    unpack "$archive"
    ;;
  online)
    [ -n "$OLLAMA_VERSION" ] || die 'no version of Ollama is pinned: run "npm run appliance:pins" on a machine with internet'
    if [ "$(/usr/local/bin/ollama --version 2>/dev/null | grep -o '[0-9.]*$')" != "$OLLAMA_VERSION" ]; then
      archive=/var/tmp/$OLLAMA_FILE
      fetch "https://github.com/ollama/ollama/releases/download/v$OLLAMA_VERSION/$OLLAMA_FILE" "sha256-$OLLAMA_SHA256" "$archive"
      unpack "$archive"
      rm -f "$archive"
    fi
    ;;
  *) die "VIVIER_OLLAMA is online, local or absent" ;;
esac
