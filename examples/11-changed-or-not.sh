#!/bin/sh
# Says "changed=yes" or "changed=no" as configuration management wants it (Salt's stateful commands).
#
# Instead of a Python function that waits fifteen minutes, and a mirror run at every highstate.
set -eu
cd "$(dirname "$0")"

changed=$(maas-boot apply -f images.yaml --wait --jq 'any(.[]; .changed)')
if [ "$changed" = true ]; then word=yes; else word=no; fi
echo "changed=$word comment='boot images as in images.yaml'"
