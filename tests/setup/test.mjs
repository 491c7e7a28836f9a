// `npm test`: all set-up, then every check there is; ends with one line `N passed, N failed`.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { fetchCorpus } from "./corpus.mjs";
import { canEmulateUsb, prepare, root } from "./prepare.mjs";
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
  const args = ["run", "--config", "tests/vitest.config.ts", "--project", project, "--reporter=default", "--reporter=./tests/setup/outcomeReporter.mjs", ...files];
  const outcome = await runTool("vitest", args, { show, env: { ...env, OUTCOME_FILE: report } }).catch((error) => error);
  const failedFiles = [];
  try {
    const said = JSON.parse(readFileSync(report, "utf8"));
    for (const { path, passed, failed } of said.files) {
      outcomes.set(path, { passed, failed });
      if (failed > 0) failedFiles.push(path);
    }
    // An error outside of the tests, or one that no file explains, is the run's own: no second run of a file makes it good.
    if (said.unhandledErrors > 0 || (outcome instanceof Error && failedFiles.length === 0)) outcomes.set(project, { passed: 0, failed: 1 });
  } catch {
    outcomes.set(project, { passed: 0, failed: 1 });
  }
  return failedFiles;
}

/**
 * The browser's files, two at a time. One that fails is run once more, whole and by itself: its tests build upon one another in
 * one browser, so that a single test can't be tried again. A file that fails twice has failed.
 * @returns the files that failed at first and those that failed twice
 */
async function browserTests() {
  const first = await vitest("e2e");
  if (first.length === 0) return { first, twice: first };
  console.log(`\nOnce more, by themselves: ${first.map(shortly).join(", ")}`);
  return { first, twice: await vitest("e2e", { files: first, env: { ONE_FILE_AT_A_TIME: "1" } }) };
}

const shortly = (file) => file.slice(root.length);
let browser = null;
try {
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
  // On a fresh machine Debian's programs are still on their way meanwhile.
  await prepare({ judges: true }, {
    withNpm: () => Promise.all([read(), built()]),
    withBoth: () => step("PDFs of other makers (Debian packages)", () => fetchCorpus(false)),
  });
  // The judges wait for their programs much of the time.
  await Promise.all([vitest("unit"), vitest("judges", { show: "after" })]);
  browser = await browserTests();
  // As `npm start -- --check` runs it: by another program than the tests, which a helper of theirs may not be fit for.
  await check("demo", () => runTool("tsx", ["tests/demo/demo.ts", "--check", ...(canEmulateUsb() && process.getuid?.() === 0 ? [] : ["--inside"])]));
} catch (error) {
  fail(error);
}
const sum = (which) => [...outcomes.values()].reduce((all, one) => all + one[which], 0);
// Said at the very end, so that a file that needed two runs is not lost among what was printed.
if (browser) console.log(`\nThe browser's test files that failed at first: ${browser.first.length}${browser.first.length > 0 ? ` (${browser.first.map(shortly).join(", ")}); failed twice: ${browser.twice.length}` : ""}.`);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") === 0 ? 0 : 1);
