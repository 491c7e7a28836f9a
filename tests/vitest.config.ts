import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./longestFirst.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
// Vitest leaves one core free, and of two it would use one.
const workers = Math.max(2, availableParallelism() - 1);
// Three on two cores took a tenth less time, and four files failed at first that never had: running them again took more.
const browsers = 2;

export default defineConfig({
  root,
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      { root, test: { name: "unit", include: ["tests/unit/**/*.test.ts"], setupFiles: ["tests/unit/propertySeed.ts"], environment: "node", testTimeout: 60_000, maxWorkers: workers, sequence: { groupOrder: 0 } } },
      {
        root,
        test: {
          name: "judges",
          include: ["tests/judges/**/*.test.ts"],
          environment: "node",
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
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
          // Failed files: tests/setup/test.mjs.
          maxWorkers: process.env["ONE_FILE_AT_A_TIME"] ? 1 : browsers,
          sequence: { groupOrder: 2 },
        },
      },
      // Not part of `npm test`: `npm run soak -- large`.
      { root, test: { name: "soak", include: ["tests/soak/**/*.test.ts"], environment: "node", testTimeout: 1_800_000, hookTimeout: 180_000, fileParallelism: false, sequence: { groupOrder: 3 } } },
    ],
  },
});
