import type { Finding } from "../../base/index.ts";

export const UNREADABLE_PICTURE = {
  code: "render/unreadable-picture",
  severity: "error",
  when: "A picture file turns out to be damaged or of a kind that cannot be embedded.",
  hint: "open it in an image program and save it again as JPEG or PNG",
} as const satisfies Finding;
