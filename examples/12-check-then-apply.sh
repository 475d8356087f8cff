#!/bin/sh
# What an Ansible task does: `plan` in check mode (2 means changes), `apply` otherwise.
#
# Instead of a module that can query and import, and knows no sources and no selections.
set -eu
cd "$(dirname "$0")"

status=0
maas-boot plan -f images.yaml || status=$?
[ "$status" -eq 0 ] || [ "$status" -eq 2 ] || exit "$status"
maas-boot apply -f images.yaml --wait
