#!/bin/sh
# Stops a running import, switches, adds a release, and imports.
#
# Instead of forty lines: a loop round stop-import, jq to find a selection, two loops that wait for
# the region and the racks.
set -eu

maas-boot import stop
maas-boot use "$MIRROR" --keyring auto
maas-boot selection ensure ubuntu/jammy:amd64
maas-boot import start --wait
