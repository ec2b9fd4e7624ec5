// Deflates the bundled ICC profiles, conditions/*.icc, into files named by what they deflate: `npm run profiles`, after every change
// of a profile. A file that has become nobody's is to be deleted by hand.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";

for (const file of readdirSync("conditions").filter((name) => name.endsWith(".icc"))) {
  const profile = readFileSync(`conditions/${file}`);
  const digest = createHash("sha256").update(profile).digest("hex");
  // By zlib's default, as every file has had it: other bytes would be another file to who compares.
  const deflated = deflateSync(profile);
  writeFileSync(`conditions/${digest.slice(0, 16)}.deflated`, deflated);
  console.log(`${file}: ${digest.slice(0, 16)}.deflated, ${deflated.length} bytes`);
}
