#!/usr/bin/env bash
# Installs the outside judges that the conformance suite asks, where they are missing (Debian, as root).
set -euo pipefail

verapdf=1.28.2

missing=()
command -v qpdf >/dev/null || missing+=(qpdf)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
command -v gs >/dev/null || missing+=(ghostscript)
command -v mutool >/dev/null || missing+=(mupdf-tools)
command -v java >/dev/null || missing+=(default-jre-headless)
command -v zsh >/dev/null || missing+=(zsh)
command -v fish >/dev/null || missing+=(fish)
command -v mvn >/dev/null || missing+=(maven)

if ((${#missing[@]} > 0)); then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

# One jar with all that it needs; judges.ts looks for it where Maven keeps it.
jar="$HOME/.m2/repository/org/verapdf/apps/greenfield-apps/$verapdf/greenfield-apps-$verapdf.jar"
[[ -f $jar ]] || mvn -q -B dependency:get -Dartifact="org.verapdf.apps:greenfield-apps:$verapdf" -Dtransitive=false
[[ -f $jar ]]
