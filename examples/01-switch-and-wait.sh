#!/bin/sh
# Points the region at a mirror and waits until the images are there.
#
# Instead of: boot-source update … || true; import || true; sleep 10; while is-importing; sleep 60,
# which swallows every error and may never end.
set -eu

maas-boot use "$MIRROR" --keyring auto --import --wait --timeout 2h
