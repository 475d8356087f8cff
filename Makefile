PREFIX ?= /usr/local
DESTDIR ?=

BINDIR = $(DESTDIR)$(PREFIX)/bin
SHAREDIR = $(DESTDIR)$(PREFIX)/share
BASH_COMPLETION = $(SHAREDIR)/bash-completion/completions/maas-boot
ZSH_COMPLETION = $(SHAREDIR)/zsh/site-functions/_maas-boot
FISH_COMPLETION = $(SHAREDIR)/fish/vendor_completions.d/maas-boot.fish
MANDIR = $(SHAREDIR)/man

.DEFAULT_GOAL := help
.PHONY: help setup build test check demo format completions man picture install uninstall bench-region bench-regions bench-mirror bench-s3 bench-serve fuzz test-s3 clean

help: ## Say what there is to make.
	@sed -nE 's/^([a-z-]+):.*## (.*)/  \1|\2/p' $(MAKEFILE_LIST) | column -t -s '|'

setup: ## Install what building and testing need beside Swift (Debian, Ubuntu).
	@Scripts/setup

build: setup ## Build the release binaries.
	@Scripts/build-release

# The suites run real servers and real programs; more of them at once than this starve each other on
# a small machine.
test: export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH ?= 4
test: setup ## Run all tests.
	swift test --disable-xctest

test-s3: ## Run the tests of buckets against Ceph's gateway, which Debian has.
	@Scripts/test-s3

check: ## Run everything that has to hold before a change lands.
	@.ci/run

demo: setup ## Show the tool at work on a region in memory.
	@Scripts/demo

format: ## Format the sources.
	swift format --in-place --recursive Sources Tests Package.swift

completions: setup ## Write the shell completions anew.
	@Scripts/generate completions

man: setup ## Write the manual pages anew.
	@Scripts/generate man

picture: setup ## Draw the README's picture of a terminal anew.
	swift build
	docs/pictures/make

install: ## Install under PREFIX (/usr/local), for packagers below DESTDIR; after build.
	install -d $(BINDIR) $(MANDIR)/man1 $(MANDIR)/man7
	install -m 755 .build/release/maas-boot .build/release/maas-sandbox $(BINDIR)
	install -D -m 644 completions/maas-boot.bash $(BASH_COMPLETION)
	install -D -m 644 completions/_maas-boot $(ZSH_COMPLETION)
	install -D -m 644 completions/maas-boot.fish $(FISH_COMPLETION)
	install -m 644 man/*.1 $(MANDIR)/man1
	install -m 644 man/*.7 $(MANDIR)/man7

uninstall: ## Remove what install put there.
	rm -f $(BINDIR)/maas-boot $(BINDIR)/maas-sandbox
	rm -f $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION)
	rm -f $(addprefix $(MANDIR)/man1/,$(notdir $(wildcard man/*.1)))
	rm -f $(addprefix $(MANDIR)/man7/,$(notdir $(wildcard man/*.7)))

fuzz: setup ## Throw a million damaged documents, paths and filters at the readers.
	MAAS_BOOT_FUZZ_COUNT=1000000 swift test --disable-xctest -c release \
		-Xswiftc -enable-testing --filter FuzzTests

bench-region: setup ## Compare region commands with a bare curl.
	@Benchmarks/region/run

bench-regions: setup ## Compare the status of a hundred regions with one's.
	@Benchmarks/regions/run

bench-mirror: setup ## Compare mirroring with sstream-mirror, curl, aria2c and wget.
	@Benchmarks/mirror/run

bench-serve: setup ## Compare serving a mirror with nginx.
	@Benchmarks/serve/run

bench-s3: setup ## Compare mirroring to an object store with rclone.
	@Benchmarks/s3/run

clean: ## Remove what was built.
	rm -rf .build .venv-*
