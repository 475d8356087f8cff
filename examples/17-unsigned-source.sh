#!/bin/sh
# Adds a source without signatures beside the others, on MAAS 3.8. It has to be asked for in so many
# words, and `source list` shows it.
#
# Instead of a keyring file that is named and never used.
set -eu

maas-boot source add "$MIRROR" --name "Local boot source" --skip-keyring-verification
