/** How reports are written. */
export const FORMATS = ["human", "json"] as const;

/** The least severity that ends a command with 1. */
export const FAIL_LEVELS = ["error", "warning"] as const;
