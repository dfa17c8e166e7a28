#!/bin/sh
# Print the path of a Chromium that starts: one on the machine, else Debian's package, else
# Playwright's own download. Messages go to standard error.
# Usage: scripts/browser.sh PYTHON   (a Python that has playwright)

python=${1:-python3}

# Whether "$1" is a browser that runs (Ubuntu's chromium-browser may be a stub that only talks).
werkt() {
	[ -n "$1" ] && [ -x "$1" ] && "$1" --version 2>/dev/null | grep -Eqi 'chrom(e|ium)'
}

# Print the first browser on the machine that runs.
gevonden() {
	for naam in "${PROPOSITIE_CHROMIUM:-}" chromium chromium-browser google-chrome \
		google-chrome-stable \
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
		"/Applications/Chromium.app/Contents/MacOS/Chromium"; do
		[ -n "$naam" ] || continue
		pad=$(command -v "$naam" 2>/dev/null) || continue
		if werkt "$pad"; then
			printf '%s\n' "$pad"
			return 0
		fi
	done
	return 1
}

gevonden && exit 0

if command -v apt-get >/dev/null 2>&1; then
	echo "Geen Chromium gevonden; Debian's pakket proberen · trying Debian's package" >&2
	als_beheerder=
	if [ "$(id -u)" != 0 ]; then
		als_beheerder="sudo -n"
		command -v sudo >/dev/null 2>&1 || als_beheerder=false
	fi
	{
		$als_beheerder apt-get update -qq &&
			$als_beheerder env DEBIAN_FRONTEND=noninteractive \
				apt-get install -y -qq --no-install-recommends chromium
	} >&2 </dev/null
	gevonden && exit 0
fi

echo "Chromium van Playwright ophalen · fetching Playwright's Chromium" >&2
if "$python" -m playwright install chromium >&2; then
	pad=$("$python" -c '
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    print(p.chromium.executable_path)
')
	if werkt "$pad"; then
		printf '%s\n' "$pad"
		exit 0
	fi
fi

echo "Er is geen Chromium gevonden die start. Installeer Chromium of Google Chrome, of zet het" >&2
echo "pad in PROPOSITIE_CHROMIUM, en probeer het opnieuw." >&2
echo "No Chromium that starts was found. Install Chromium or Google Chrome, or put its path in" >&2
echo "PROPOSITIE_CHROMIUM, and try again." >&2
exit 1
