#!/usr/bin/env bash
# Installs the outside judges that the conformance suite asks, where they are missing (Debian, as root).
set -euo pipefail

missing=()
command -v qpdf >/dev/null || missing+=(qpdf)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
command -v gs >/dev/null || missing+=(ghostscript)
command -v mutool >/dev/null || missing+=(mupdf-tools)

if ((${#missing[@]} > 0)); then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi
