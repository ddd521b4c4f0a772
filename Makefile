# One command for each thing one does here. Each sets up what it needs; see tools/setup.sh.
SHELL := /bin/bash
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(PATH)
WASM := --features web --target wasm32-unknown-unknown
# The standard library is compiled for size with the app, and a panic, which no user path has, stops the module without a
# message: 16 kB brotli less. Both are unstable flags of the stable compiler; without them the build works and is larger. What the
# linker says of the data (--emit-relocs) is for tools/data.mjs, and goes.
SMALL := RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zlocation-detail=none -Zunstable-options -Cpanic=immediate-abort -Clink-arg=--emit-relocs"

.PHONY: serve test check setup setup-test wasm-tests docs dist start size e2e figures bench bench-figures bench-kills bench-start bench-timer bench-years clean

serve: dist ## build the app and serve it
	node tools/serve.mjs

test: check wasm-tests docs dist size e2e ## everything that CI runs

check: setup ## formatting, lints, native tests
	cargo fmt --check
	cargo clippy --quiet --all-targets -- -D warnings
	cargo clippy --quiet $(WASM) --lib --bins --test browser -- -D warnings
	cargo test --quiet
	node tools/figures/encode.mjs --check

setup:
	@tools/setup.sh build

setup-test:
	@tools/setup.sh test

wasm-tests: setup-test ## the browser half in a real browser
	CHROMEDRIVER=$$(command -v chromedriver) CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
		cargo test $(WASM) --test browser

docs: setup ## documentation, warnings denied
	RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps --document-private-items
	RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps --document-private-items $(WASM)

dist: setup ## the release build, in dist/
	env -u NO_COLOR $(SMALL) trunk build --release --quiet

start: setup-test ## which functions the start needs: writes tools/start.txt; after changes to the first run or to what runs before it
	env -u NO_COLOR YOKE_MARK=1 $(SMALL) trunk build --release --quiet
	CHROMIUM=$$(command -v chromium) node tools/start.mjs
	$(MAKE) dist

size: dist ## first visit in bytes, held against the budget
	node tools/size.mjs

e2e: setup-test dist ## journeys in real Chromium, the main one in Firefox and WebKitGTK too; pictures in test-output/
	CHROMIUM=$$(command -v chromium) node --test --test-concurrency=1 --test-timeout=600000 --test-reporter=spec tests/e2e/*.test.mjs

figures: setup ## film strips of all figures, to be looked at
	mkdir -p test-output
	cargo run --quiet --example strips > test-output/figures.html
	@echo "Open test-output/figures.html"

bench-kills: setup-test dist ## 200 sets, the browser killed after each: how many are kept; KILLS=50 ENGINE=Firefox (or WebKitGTK)
	CHROMIUM=$$(command -v chromium) node tests/bench/kills.mjs

bench-timer: setup-test dist ## when cues sound, seen, hidden, frozen, reloaded, crashed; half an hour
	node tests/bench/timer.mjs

bench: size bench-start bench-years ## the budgets: bytes, starts, taps with years of training

bench-start: setup-test dist ## how long a cold start and a later one take on a slow phone
	node tests/bench/start.mjs

bench-years: setup-test dist ## a start and a logged set with 0, 1, 10 and 20 years of training, on a slow phone
	node tests/bench/years.mjs

bench-figures: setup-test dist ## frame times and list times on a slow phone
	node tests/bench/figures.mjs

clean:
	cargo clean
	rm -rf dist test-output
