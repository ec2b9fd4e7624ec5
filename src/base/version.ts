/** The engine's version, as package.json has it (a test holds them together): files say by which one they were made. */
export const VERSION = "0.1.0";
