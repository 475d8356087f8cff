PREFIX ?= /usr/local
DESTDIR ?=

BINDIR = $(DESTDIR)$(PREFIX)/bin
SHAREDIR = $(DESTDIR)$(PREFIX)/share
BASH_COMPLETION = $(SHAREDIR)/bash-completion/completions/maas-boot
ZSH_COMPLETION = $(SHAREDIR)/zsh/site-functions/_maas-boot
FISH_COMPLETION = $(SHAREDIR)/fish/vendor_completions.d/maas-boot.fish
MANDIR = $(SHAREDIR)/man
DOCDIR = $(SHAREDIR)/doc/maas-boot
UNITDIR = $(DESTDIR)$(PREFIX)/lib/systemd/system
SYSUSERS = $(DESTDIR)$(PREFIX)/lib/sysusers.d/maas-boot.conf

.DEFAULT_GOAL := help
.PHONY: help setup build test test-s3 check demo format completions man picture install uninstall \
	deb test-deb dist sanitize bench-region bench-regions bench-mirror bench-s3 bench-serve fuzz clean

help: ## Say what there is to make.
	@sed -nE 's/^([a-z-]+):.*## (.*)/  \1|\2/p' $(MAKEFILE_LIST) | column -t -s '|'

setup: ## Install what building and testing need beside Swift (Debian, Ubuntu).
	@Scripts/setup

build: ## Build the release binaries.
	@Scripts/setup --build
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

demo: ## Show the tool at work on a region in memory.
	@Scripts/setup --build
	@Scripts/demo

format: ## Format the sources.
	swift format --in-place --recursive Sources Tests Package.swift

completions: setup ## Write the shell completions anew.
	@Scripts/generate completions

man: setup ## Write the manual pages anew.
	@Scripts/generate man

picture: setup ## Draw the README's picture of a terminal anew.
	swift build
	@Scripts/picture

install: ## Install under PREFIX (/usr/local), for packagers below DESTDIR; after build.
	install -d $(BINDIR) $(MANDIR)/man1 $(MANDIR)/man7
	install -m 755 .build/release/maas-boot .build/release/maas-sandbox $(BINDIR)
	install -D -m 644 completions/maas-boot.bash $(BASH_COMPLETION)
	install -D -m 644 completions/_maas-boot $(ZSH_COMPLETION)
	install -D -m 644 completions/maas-boot.fish $(FISH_COMPLETION)
	install -m 644 man/*.1 $(MANDIR)/man1
	install -m 644 man/*.7 $(MANDIR)/man7
	install -d $(UNITDIR)
	sed 's|@BINDIR@|$(PREFIX)/bin|' 'packaging/systemd/maas-boot-mirror@.service.in' \
		> '$(UNITDIR)/maas-boot-mirror@.service'
	chmod 644 '$(UNITDIR)/maas-boot-mirror@.service'
	install -m 644 'packaging/systemd/maas-boot-mirror@.timer' $(UNITDIR)
	install -D -m 644 packaging/systemd/maas-boot.sysusers $(SYSUSERS)
	install -d $(DOCDIR)
	cp -R README.md SECURITY.md docs examples $(DOCDIR)
	cp packaging/mirror.conf $(DOCDIR)/examples
	chmod -R u=rwX,go=rX $(DOCDIR)

uninstall: ## Remove what install put there.
	rm -f $(BINDIR)/maas-boot $(BINDIR)/maas-sandbox
	rm -f $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION)
	rm -f $(addprefix $(MANDIR)/man1/,$(notdir $(wildcard man/*.1)))
	rm -f $(addprefix $(MANDIR)/man7/,$(notdir $(wildcard man/*.7)))
	rm -f '$(UNITDIR)/maas-boot-mirror@.service' '$(UNITDIR)/maas-boot-mirror@.timer' $(SYSUSERS)
	rm -rf $(DOCDIR)

deb: ## Build the Debian packages into dist/.
	@Scripts/build-deb

test-deb: deb ## Install and remove the packages in a fresh Debian root (needs root).
	@Scripts/test-deb

dist: ## Pack the sources into dist/, the same bytes for the same commit.
	@Scripts/dist --check

sanitize: setup ## Run the tests under the address and the thread sanitizer (an hour).
	@Scripts/sanitize

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
	rm -rf .build .build-asan .build-tsan .venv-* dist
