#!/bin/sh
# Switches to a mirror only if it is there, signed, and has what is needed; `use` refuses by itself,
# `source probe` says what there is.
#
# Instead of a file named mirror-ready on the proxy's host, and a selection that fails the second time.
set -eu

maas-boot source probe "$MIRROR" --keyring "$KEYRING"
maas-boot use "$MIRROR" --keyring auto
maas-boot selection ensure ubuntu/noble:amd64
maas-boot import start --wait
