#!/bin/sh
# Makes what the Makefile needs, and heals it where it is broken.
#
#   environment.sh run       .venv with what the program needs (requirements.txt)
#   environment.sh test      .venv with what tests and checks need, too (requirements-dev.txt)
#   environment.sh browser   a Chromium for the browser tests, if it may be installed
#   environment.sh judges    .venv/node with what judges the built site (tests/web/package-lock.json)
#
# The environment keeps a copy of the requirements that it was made from, so it is touched only when they change.
# While something is being installed a marker lies in it: an environment that was left in the middle is made anew.
set -eu
cd "$(dirname "$0")/.."
venv=.venv

say() { printf '%s\n' "$*" >&2; }

# A Python from 3.11 up to $1, with what makes environments.
fits() {
    "$2" -c "import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= $1)" >/dev/null 2>&1
}

# The Python to start from: one of the tested versions if there is one, else the newest. PYTHON=… chooses another.
base_python() {
    for newest in '(3, 14)' '(3, 99)'; do
        for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
            if fits "$newest" "$name"; then
                echo "$name"
                return
            fi
        done
    done
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            say "$name lacks the modules that make environments (venv, ensurepip)."
            say "On Debian and Ubuntu: apt install python3-venv. Then call make again."
            return 1
        fi
    done
    say "No Python 3.11 or later was found (looked for: ${PYTHON:-python3, python3.11 to python3.14, python})."
    say "Install one (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install python@3.13;"
    say "or from python.org), or name it: make site PYTHON=/path/to/python3"
    return 1
}

environment() {
    if [ ! -e $venv/.installing ] && [ -f $venv/pyvenv.cfg ] && fits '(3, 99)' $venv/bin/python &&
        $venv/bin/python -c 'import pip' 2>/dev/null; then
        return
    fi
    base=$(base_python)
    say "Making the environment $venv with $("$base" --version) …"
    rm -rf $venv
    "$base" -m venv $venv
}

# Installs the files $2…, unless $venv/$1 says that this was done.
install() {
    done=$venv/$1
    shift
    cat "$@" | cmp -s - "$done" && return
    say "Installing $* …"
    : >$venv/.installing
    options=
    for file; do options="$options -r $file"; done
    # shellcheck disable=SC2086  # the options are to be split
    $venv/bin/python -m pip install --quiet --disable-pip-version-check $options
    cat "$@" >"$done"
    rm -f $venv/.installing
}

# Node itself is one of requirements-dev.txt. The packages' own scripts are never run.
judges() {
    cmp -s tests/web/package-lock.json $venv/.node && return
    say "Installing what judges the site (tests/web/package.json) …"
    rm -rf $venv/node $venv/.node
    mkdir $venv/node
    cp tests/web/package.json tests/web/package-lock.json tests/web/.npmrc $venv/node/
    if PATH="$PWD/$venv/bin:$PATH" $venv/bin/npm --prefix $venv/node ci --silent >/dev/null; then
        cp tests/web/package-lock.json $venv/.node
    else
        say "The checks of HTML and with Lighthouse are skipped: npm could not install tests/web/package-lock.json."
    fi
}

browser() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" >/dev/null 2>&1 && return
    done
    [ -e '/Applications/Google Chrome.app' ] || [ -e '/Applications/Chromium.app' ] && return
    if ! command -v apt-get >/dev/null 2>&1; then
        say "The browser tests are skipped: there is no Chromium or Chrome, and no apt-get to install it with."
        return
    fi
    as=
    if [ "$(id -u)" != 0 ]; then
        if ! sudo -n true >/dev/null 2>&1; then
            say "The browser tests are skipped: there is no Chromium, and installing it needs root."
            say "To run them: sudo apt-get install chromium, then make test."
            return
        fi
        as='sudo -n'
    fi
    say "Installing chromium for the browser tests …"
    $as apt-get update -qq >/dev/null || say "apt-get update failed; trying all the same."
    $as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null ||
        say "The browser tests are skipped: apt-get could not install chromium."
}

# One command a line: in a list joined by && the shell would not stop at a failure inside a function.
case "${1:-}" in
run)
    environment
    install .run requirements.txt
    ;;
test)
    environment
    install .run requirements.txt
    install .test requirements.txt requirements-dev.txt
    ;;
browser)
    browser
    ;;
judges)
    judges
    ;;
*)
    say "usage: environment.sh run|test|browser|judges"
    exit 2
    ;;
esac
