#!/bin/sh
# n8n finds packages of nodes in its own folder, which is a volume: the link is made at each start.
set -eu
nodes="$N8N_USER_FOLDER/.n8n/nodes/node_modules"
mkdir -p "$nodes"
ln -sfn /opt/vivier/node_modules/n8n-nodes-vivier "$nodes/n8n-nodes-vivier"
exec node /opt/n8n/node_modules/n8n/bin/n8n "$@"
