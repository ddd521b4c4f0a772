#!/usr/bin/env bash
# Gets what building and testing need: `setup.sh build` or `setup.sh test`. A second run is quick.
# Downloads come from crates.io, npm, rustup and, for tests, the system's packages; nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."
tools="$PWD/.tools"
export PATH="$tools/bin:$PWD/node_modules/.bin:$PATH"
trunk_version=0.21.14

say() { printf '%s\n' "$*" >&2; }
need() { command -v "$1" >/dev/null || { say "$1 is missing: $2"; exit 1; }; }
need cargo "install Rust from https://rustup.rs"
need node "install Node.js 20 or newer"
need npm "install npm, which comes with Node.js"
node_major=$(node -p 'process.versions.node.split(".")[0]')
[ "$node_major" -ge 20 ] || { say "Node.js $node_major is too old: 20 or newer is needed"; exit 1; }

bindgen_version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p;}' Cargo.lock)
has() { [ "$("$1" --version 2>/dev/null | awk '{print $2}')" = "$2" ]; }

# These tools run for a few seconds a build: compile them quickly rather than well.
quick_install() {
  say "Installing $1 $2 under .tools (once, some minutes)"
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_TARGET_DIR="$tools/build" \
    cargo install --quiet --root "$tools" "$1" --version "$2" "${@:3}"
  rm -rf "$tools/build"
}

if ! rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null | xargs -r test -d; then
  need rustup "the wasm32 target is added with it; install Rust from https://rustup.rs"
  rustup target add wasm32-unknown-unknown
fi
# The standard library's source and what it depends on: the release build compiles it for size.
library="$(rustc --print sysroot)/lib/rustlib/src/rust/library"
if ! [ -f "$library/Cargo.lock" ]; then
  need rustup "the component rust-src is added with it; install Rust from https://rustup.rs"
  rustup component add rust-src
fi
has trunk "$trunk_version" || quick_install trunk "$trunk_version" --locked
# Its own lock file names versions that not every registry still serves: without --locked.
has wasm-bindgen "$bindgen_version" || quick_install wasm-bindgen-cli "$bindgen_version"
if ! cmp -s package-lock.json node_modules/.yoke-lock; then
  npm ci --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.yoke-lock
fi
cargo fetch --locked --quiet
RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort \
  cargo fetch --locked --quiet --target wasm32-unknown-unknown

# Of these the tests need the first two. Without the others what is tested in Firefox or WebKitGTK is skipped, and says so.
lacking() {
  command -v chromium >/dev/null || echo chromium
  command -v chromedriver >/dev/null || echo chromium-driver
  command -v firefox-esr >/dev/null || command -v firefox >/dev/null || echo firefox-esr
  [ -x /usr/bin/Xvfb ] || echo xvfb
  /usr/bin/python3 -c 'import gi' 2>/dev/null || echo python3-gi
  ls /usr/lib/*/girepository-1.0/WebKit2-4.1.typelib >/dev/null 2>&1 || echo gir1.2-webkit2-4.1
}

if [ "${1:-build}" = test ]; then
  packages=$(lacking | xargs)
  if [ -n "$packages" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing $packages"
    apt-get update -qq || true
    # One that is not to be had must not keep the others away.
    for package in $packages; do
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package" >/dev/null || say "$package could not be installed"
    done
    packages=$(lacking | xargs)
  fi
  case " $packages " in
    *" chromium "* | *" chromium-driver "*)
      say "The tests need a browser: install the packages chromium and chromium-driver (Debian: apt-get install chromium chromium-driver)"
      exit 1 ;;
    "  ") ;;
    *) say "Tests in other browsers are skipped; they need: apt-get install $packages" ;;
  esac
fi
