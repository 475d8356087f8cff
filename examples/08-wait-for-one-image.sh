#!/bin/sh
# Orders an import and waits for what is selected, twenty minutes at most; an import that fails ends
# the wait with the region's own words.
#
# Instead of thirty times (import; sleep 15; grep ga-18.04) and sixty times sleep 20, with the comment
# that an import may fail without any message.
set -eu

maas-boot selection ensure ubuntu/noble:amd64
maas-boot import start --wait --timeout 20m
