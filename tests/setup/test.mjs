// `npm test`: all set-up, then every check there is; ends with one line `N passed, N failed`.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { fetchCorpus } from "./corpus.mjs";
import { prepare, root } from "./prepare.mjs";
import { run } from "./run.mjs";
import { fail, step } from "./say.mjs";
import { runTool } from "./tool.mjs";

/** What each check came to, by the name of the check or the test file: a later run of the same takes its place. */
const outcomes = new Map();

/** A check that is one program's exit code counts as one test. */
async function check(name, act) {
  try {
    await step(name, async () => void (await act()));
    outcomes.set(name, { passed: 1, failed: 0 });
  } catch (error) {
    outcomes.set(name, { passed: 0, failed: 1 });
    console.error(error.message);
  }
}

/** @returns the files that failed */
async function vitest(project, { files = [], show = true, env = {} } = {}) {
  const report = `${root}node_modules/.cache/vitest-${project}.json`;
  mkdirSync(`${root}node_modules/.cache`, { recursive: true });
  rmSync(report, { force: true });
  const args = ["run", "--config", "tests/vitest.config.ts", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...files];
  const outcome = await runTool("vitest", args, { show, env }).catch((error) => error);
  const failedFiles = [];
  try {
    for (const { name, status, assertionResults } of JSON.parse(readFileSync(report, "utf8")).testResults) {
      const count = (wanted) => assertionResults.filter((one) => one.status === wanted).length;
      // A file that could not even be loaded has no test to count.
      const failed = count("failed") || (status === "failed" ? 1 : 0);
      outcomes.set(name, { passed: count("passed"), failed });
      if (failed > 0) failedFiles.push(name);
    }
    if (outcome instanceof Error && failedFiles.length === 0) outcomes.set(project, { passed: 0, failed: 1 });
  } catch {
    outcomes.set(project, { passed: 0, failed: 1 });
  }
  return failedFiles;
}

/**
 * The browser's files, two at a time. One that fails is run once more, whole and by itself: its tests build upon one another in
 * one browser, so that a single test can't be tried again. A file that fails twice has failed.
 */
async function browserTests() {
  const failed = await vitest("e2e");
  if (failed.length === 0) return;
  console.log(`\nOnce more, by themselves: ${failed.map((file) => file.slice(root.length)).join(", ")}`);
  const still = await vitest("e2e", { files: failed, env: { ONE_FILE_AT_A_TIME: "1" } });
  console.log(`\nFailed at first: ${failed.length} of the browser's test files; failed twice: ${still.length}.`);
}

try {
  await prepare({ judges: true });
  // Two at a time: the types of src and tests and the lint in one line, what is built in the other.
  const read = async () => {
    await check("types of src", () => runTool("tsc", ["-p", "tsconfig.json"]));
    await check("types of tests", () => runTool("tsc", ["-p", "tests/tsconfig.json"]));
    await check("unused code and packages (knip)", () => runTool("knip", []));
  };
  const built = async () => {
    await check("build", () => runTool("vite", ["build", "--logLevel", "warn"]));
    await check("bridge app build", () => run("npm", ["run", "build:bridge"], { cwd: root }));
    await check("demo build", () => runTool("vite", ["build", "--mode", "demo", "--logLevel", "warn"]));
    await check("lint", () => runTool("oxlint", ["--type-aware"]));
  };
  await Promise.all([read(), built(), step("PDFs of other makers (Debian packages)", () => fetchCorpus(false))]);
  // The judges wait for their programs much of the time.
  await Promise.all([vitest("unit"), vitest("judges", { show: "after" })]);
  await browserTests();
} catch (error) {
  fail(error);
}
const sum = (which) => [...outcomes.values()].reduce((all, one) => all + one[which], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") === 0 ? 0 : 1);
