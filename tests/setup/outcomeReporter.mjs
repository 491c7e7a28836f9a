// What a run of Vitest came to, for tests/setup/test.mjs. Vitest's own JSON calls a file passed whose worker died in the middle,
// and says nothing of errors outside of tests. A test that was skipped on purpose is "skipped", one that never ended "pending".
import { writeFileSync } from "node:fs";

// Vitest takes a reporter's default export.
// oxlint-disable-next-line import/no-default-export
export default class OutcomeReporter {
  /** Writes to $OUTCOME_FILE: of each file its path, how many tests passed, and how many did not come to a good end. */
  onTestRunEnd(modules, unhandledErrors) {
    const files = modules.map((module) => {
      const states = [...module.children.allTests()].map((test) => test.result().state);
      const passed = states.filter((state) => state === "passed").length;
      const failed = states.filter((state) => state !== "passed" && state !== "skipped").length;
      // A file that could not be loaded, or not to its end, has no test to count.
      const ended = module.state() === "passed" || module.state() === "skipped";
      return { path: module.moduleId, passed, failed: failed || (ended ? 0 : 1) };
    });
    writeFileSync(process.env["OUTCOME_FILE"], JSON.stringify({ files, unhandledErrors: unhandledErrors.length }));
  }
}
