#!/usr/bin/env bash
# Fetches the sources of the lexicon into a folder, checked against their digests; needs curl, pip and unzip.
# bash scripts/hyphenation/sources.sh FOLDER
set -euo pipefail
folder=${1:?"give a folder for the sources"}
mkdir -p "$folder"
cd "$folder"

unpack() { # digest, archive
  echo "$1  $2" | sha256sum --check --quiet
  unzip -qo "$2"
  rm "$2"
}

curl -sSfLO https://repo1.maven.org/maven2/de/danielnaber/jwordsplitter/4.7/jwordsplitter-4.7.jar
pip download --quiet --no-deps wordfreq==3.1.1 german-nouns==1.2.5
unpack 0435e604abe8b4a0b27f568db9349fbe0546df286bbe62f667c9fd9663df71b2 jwordsplitter-4.7.jar
unpack 4b1c6ecffc6198be3396d5cf871c4423ca71c907c231348d352dd54d62b97473 wordfreq-3.1.1-py3-none-any.whl
unpack 0f113c59ea331aae750bc03c7b6c7217bae975c6677b4df8d8932093093f509f german_nouns-1.2.5-py3-none-any.whl
