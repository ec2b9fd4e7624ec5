import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/{unit,property,plates,house,app}/**/*.test.ts"],
    testTimeout: 60_000,
  },
});
