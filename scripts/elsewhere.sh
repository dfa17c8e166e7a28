#!/bin/sh
# Put into a folder what imitates other machines: letters of other systems, and a clock that can be
# put to another day. They are Debian's packages, unpacked and not installed: this machine keeps its
# own letters, and it asks for no rights.
# Usage: scripts/elsewhere.sh FOLDER

set -eu
map=$1
packages="libfaketime fonts-dejavu-core fonts-liberation fonts-crosextra-carlito
	fonts-crosextra-caladea fonts-roboto-unhinted fonts-noto-core"

[ -f "$map/.ready" ] && [ "$map/.ready" -nt "$0" ] && exit 0

if ! command -v apt-get >/dev/null 2>&1 || ! command -v dpkg-deb >/dev/null 2>&1; then
	echo "make test-elsewhere heeft Debian of Ubuntu nodig: de letters en de klok komen uit hun" >&2
	echo "pakketten. make test doet het zonder." >&2
	echo "make test-elsewhere needs Debian or Ubuntu: letters and clock come from their packages." >&2
	echo "make test does without." >&2
	exit 1
fi

echo "Letters en klok van elders ophalen · fetching letters and a clock from elsewhere" >&2
rm -rf "$map"
mkdir -p "$map/packages"
cd "$map/packages"
for package in $packages; do
	apt-get -o APT::Sandbox::User=root download -qq "$package" >&2 || {
		echo "$package is niet op te halen. Vernieuw de lijst: sudo apt-get update" >&2
		echo "$package cannot be fetched. Renew the list: sudo apt-get update" >&2
		exit 1
	}
done
for package in *.deb; do
	dpkg-deb -x "$package" ..
done
cd ..
rm -rf packages
touch .ready
