// What stands in the bundle for parts of libraries that we never use, and that cost time and memory at every start: WOFF2
// (our fonts are OpenType), and pdfkit's own line breaking, PNG reader and ciphers. A call of one would be a bug of ours.
export default function neverUsed() {
  throw new Error("the bundle lacks a part that was thought never to be used; see scripts/build.mjs");
}

export { neverUsed as cbc, neverUsed as ecb };
