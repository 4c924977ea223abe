# crossread: set-up, page, tests. Whatever is missing is installed first; every target can be run again at no cost.
#
#   make serve             the page, at http://localhost:8080/        (PORT=8081 for another port)
#   make serve CORPUS=DIR  the same with the articles of DIR beside it instead of the digests that come with it
#   make test              every test
#   make dist              the optimised bundle in dist/, and its sizes
#
# Needed beforehand: rustup, node 20 or newer with npm. The rest comes from crates.io, npm and (on Debian and Ubuntu) apt.

PORT ?= 8080
CORPUS ?=

# The versions that are known to work together; wasm-bindgen's program must be of the library's very version.
TOOLCHAIN := $(shell sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
TRUNK := 0.21.14
WASM_BINDGEN := $(shell sed -n '/^name = "wasm-bindgen"$$/{n;s/^version = "\(.*\)"/\1/p;}' Cargo.lock)
WASM := wasm32-unknown-unknown

CARGO_DIR := $(or $(CARGO_HOME),$(HOME)/.cargo)
export PATH := $(CURDIR)/node_modules/.bin:$(CARGO_DIR)/bin:$(PATH)
# Where a panic comes from is written into the program: it need not name the folders of whoever built it.
RUSTFLAGS_WASM := --remap-path-prefix=$(CARGO_DIR)=cargo \
	--remap-path-prefix=$(or $(RUSTUP_HOME),$(HOME)/.rustup)=rust --remap-path-prefix=$(CURDIR)=.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS := $(RUSTFLAGS_WASM)
export TRUNK_SKIP_VERSION_CHECK := true

# Looked for when used, since they may have just been installed.
first = $(firstword $(foreach name,$(1),$(shell command -v $(name))))
CHROMIUM = $(call first,chromium chromium-browser google-chrome-stable google-chrome)
CHROMEDRIVER = $(call first,chromedriver /usr/lib/chromium-browser/chromedriver)

SOURCES := $(shell find src style index.html Trunk.toml Cargo.toml Cargo.lock rust-toolchain.toml -type f 2>/dev/null)

# Two cores are soon full, and both halves of a parallel run would install the same things.
.NOTPARALLEL:
.PHONY: serve test dist setup rust tools browser screenshot clean

serve: dist/index.html
ifneq ($(CORPUS),)
	cargo run --quiet --locked -- corpus build "$(CORPUS)" -o target/corpus.json
endif
	@node tests/e2e/server.mjs dist $(PORT) $(if $(CORPUS),target/corpus.json)

dist: dist/index.html
	@node tests/e2e/sizes.mjs dist

test: setup browser
	cargo fmt --check
	cargo clippy --locked --all-targets -- -D warnings
	cargo clippy --locked --target $(WASM) -- -D warnings
	cargo test --locked
	CHROMEDRIVER="$(CHROMEDRIVER)" WASM_BINDGEN_TEST_TIMEOUT=300 \
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
	cargo test --locked --target $(WASM) --test browser
	@$(MAKE) --no-print-directory dist
	CHROMIUM="$(CHROMIUM)" node --test --test-reporter=spec tests/e2e/*.test.mjs

# --- The bundle ---

# The bundle has a standard library of its own, built for size, in which a panic stops the program without a word: the
# page says its own. That is a fourteenth of the program, and takes flags that Rust calls unstable; RUSTC_BOOTSTRAP tells
# the pinned compiler that we know. Where it can't be done the bundle is built with the library as it comes.
LEAN := RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$(RUSTFLAGS_WASM) -Zunstable-options -Cpanic=immediate-abort \
	-Zlocation-detail=none -Zfmt-debug=none"

# trunk takes NO_COLOR=1, as others write it, for a mistake.
dist/index.html: $(SOURCES) package-lock.json | setup
	env -u NO_COLOR $(LEAN) trunk build --release \
		|| { echo "Once more, with the standard library as it comes: the bundle will be larger."; env -u NO_COLOR trunk build --release; }
	@touch $@

# --- Set-up: each step first looks whether there is anything to do ---

# want TEST, COMMAND, WHAT: runs the command where the test fails; where that fails too, says what is missing.
want = @{ $(1); } >/dev/null 2>&1 || { echo "Installing $(3) ..."; $(2); } \
	|| { echo "$(3) could not be installed. By hand: $(2)" >&2; exit 1; }
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
APT := $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends
# The tools are built for a quick installation: they only pack what rustc has optimised.
INSTALL := CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
	cargo install --locked

setup: rust tools node_modules/.package-lock.json

rust:
	@command -v rustup >/dev/null || { echo "rustup is missing: see https://rustup.rs" >&2; exit 1; }
	$(call want,command -v cc,$(SUDO) apt-get update && $(APT) gcc libc6-dev,a C compiler)
	$(call want,rustup target list --installed --toolchain $(TOOLCHAIN) | grep -x $(WASM) && cargo fmt --version && cargo clippy --version,rustup toolchain install $(TOOLCHAIN) --profile minimal --component rustfmt --component clippy --target $(WASM),Rust $(TOOLCHAIN))
	@rustup component list --installed --toolchain $(TOOLCHAIN) | grep -qx rust-src || rustup component add rust-src --toolchain $(TOOLCHAIN) \
		|| echo "The source of Rust's library could not be had: the bundle will be larger."

tools: rust
	$(call want,trunk --version | grep -xF 'trunk $(TRUNK)',$(INSTALL) trunk --version $(TRUNK) --no-default-features,trunk $(TRUNK))
	$(call want,wasm-bindgen --version | grep -xF 'wasm-bindgen $(WASM_BINDGEN)',$(INSTALL) wasm-bindgen-cli --version $(WASM_BINDGEN),wasm-bindgen $(WASM_BINDGEN))

node_modules/.package-lock.json: package-lock.json
	@command -v npm >/dev/null || { echo "node 20 or newer with npm is missing: see https://nodejs.org" >&2; exit 1; }
	npm ci --no-audit --no-fund
	@touch $@

# Ubuntu's packages have other names than Debian's.
browser:
	$(call want,test -n "$(CHROMIUM)" -a -n "$(CHROMEDRIVER)",$(SUDO) apt-get update && { $(APT) chromium chromium-driver || $(APT) chromium-browser chromium-chromedriver; },Chromium with its driver)

# The picture of the README, taken anew when the page looks different.
screenshot: dist/index.html
	CHROMIUM="$(CHROMIUM)" node tests/e2e/screenshot.mjs style/screenshot.png

clean:
	rm -rf dist node_modules target
