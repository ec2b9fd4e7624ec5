export type { EnclosedFile } from "./attachments.ts";
export { NOT_REPRODUCED, OTHER_ENGINE } from "./findings.ts";
export { MANIFEST } from "./manifest.ts";
export { openArchive, type Opened } from "./open-archive.ts";
export { readManifest, type Manifest } from "./read-manifest.ts";
