#!/usr/bin/env bash
# The models, in /var/lib/ollama/models as Ollama itself lays them out. Their names come from the settings; their digests are pinned.
# shellcheck source=vm/provision/common.sh
. "$(dirname "$0")/common.sh"
# shellcheck source=vm/files/etc/vivier/appliance.env
. /etc/vivier/appliance.env
store=/var/lib/ollama/models

manifest() { # mistral:7b-instruct -> manifests/registry.ollama.ai/library/mistral/7b-instruct
  local name=${1%%:*} tag=latest
  [ "$1" = "$name" ] || tag=${1#*:}
  [[ $name == */* ]] || name=library/$name
  printf 'manifests/registry.ollama.ai/%s/%s' "$name" "$tag"
}

# A manifest names its layers by SHA-256: with the manifest's own digest pinned, the whole model is.
check() { # model, its digest
  local file
  file=$store/$(manifest "$1")
  [ -f "$file" ] || die "the model $1 is not in $store"
  [ -z "$2" ] || [ "$(sha256sum "$file" | cut -d' ' -f1)" = "$2" ] || die "the model $1 does not have the digest that is asked for"
  grep -o 'sha256:[0-9a-f]\{64\}' "$file" | sort -u | while IFS=: read -r _ sum; do
    printf '%s  %s\n' "$sum" "$store/blobs/sha256-$sum"
  done | sha256sum --check --quiet || die "files of the model $1 are damaged"
}

pull() { # model, its digest: without a running service, by a server of our own for this while
  [ -n "$2" ] || die "no digest is known for the model $1: give VIVIER_MODEL_DIGEST or VIVIER_EMBEDDING_DIGEST"
  OLLAMA_HOST=127.0.0.1:11439 ollama pull "$1" >/dev/null
}

# The pinned digests are those of the models that the image names by itself; whoever wants another says its digest too.
[ "$VIVIER_MODEL" = "$MODEL_NAME" ] || MODEL_DIGEST=${VIVIER_MODEL_DIGEST:-}
[ "$VIVIER_EMBEDDING_MODEL" = "$EMBEDDING_NAME" ] || EMBEDDING_DIGEST=${VIVIER_EMBEDDING_DIGEST:-}

case ${VIVIER_MODEL_FROM:-absent} in
  absent) say "model: left out" ;;
  local)
    [ -d "$ARTEFACTS/models/manifests" ] || die "no models/manifests in $ARTEFACTS (copy the folder that OLLAMA_MODELS names on another machine)"
    mkdir -p $store
    cp -r "$ARTEFACTS/models/." $store/
    check "$VIVIER_MODEL" "$MODEL_DIGEST"
    ;;
  online)
    OLLAMA_MODELS=$store OLLAMA_HOST=127.0.0.1:11439 ollama serve >/dev/null 2>&1 &
    server=$!
    trap 'kill $server' EXIT
    for _ in $(seq 60); do
      ! curl -sf http://127.0.0.1:11439/ >/dev/null || break
      sleep 1
    done
    pull "$VIVIER_MODEL" "$MODEL_DIGEST"
    pull "$VIVIER_EMBEDDING_MODEL" "$EMBEDDING_DIGEST"
    check "$VIVIER_MODEL" "$MODEL_DIGEST"
    check "$VIVIER_EMBEDDING_MODEL" "$EMBEDDING_DIGEST"
    ;;
  *) die "VIVIER_MODEL_FROM is online, local or absent" ;;
esac
[ ! -d /var/lib/ollama ] || chown -R ollama:ollama /var/lib/ollama
