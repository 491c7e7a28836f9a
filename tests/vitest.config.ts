import { defineConfig } from "vitest/config";

const root = new URL("..", import.meta.url).pathname;

export default defineConfig({
  root,
  test: {
    projects: [
      { root, test: { name: "unit", include: ["tests/unit/**/*.test.ts"], environment: "node", testTimeout: 20_000 } },
      {
        root,
        test: {
          name: "judges",
          include: ["tests/judges/**/*.test.ts"],
          environment: "node",
          testTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        root,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          environment: "node",
          // Long, since a browser on a busy machine is slow, and what waits for a state costs nothing when it comes early.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Two at a time would save five minutes of twenty, and on a busy machine a frame that is asked while it goes away
          // now and then never answers the debugging protocol: docs/testing.md.
          fileParallelism: false,
          retry: 1,
        },
      },
      // Not part of `npm test`: `npm run soak -- large` and `-- pages`.
      { root, test: { name: "soak", include: ["tests/soak/**/*.test.ts"], environment: "node", testTimeout: 1_800_000, hookTimeout: 180_000, fileParallelism: false } },
    ],
  },
});
