export type { EnclosedFile } from "./attachments.ts";
export { NOT_REPRODUCED, OTHER_ENGINE } from "./findings.ts";
export { MANIFEST, readManifest, type Manifest } from "./manifest.ts";
export { openArchive, type Opened } from "./open-archive.ts";
