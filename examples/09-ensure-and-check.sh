#!/bin/sh
# Adds an architecture to a selection, keeps those that are there, and waits for complete images;
# `doctor` looks at everything that keeps images from arriving.
#
# Instead of fifty-five lines, the best of the scripts that do this by hand.
set -eu

maas-boot selection ensure ubuntu/noble:arm64
maas-boot import start --wait --timeout 1h
maas-boot doctor
