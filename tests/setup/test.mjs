// `npm test`: all set-up, then every check there is; ends with one line `N passed, N failed`.
import { readFileSync, rmSync } from "node:fs";
import { fetchCorpus } from "./corpus.mjs";
import { prepare, root } from "./prepare.mjs";
import { run } from "./run.mjs";
import { fail, step } from "./say.mjs";

const bin = (name) => `${root}node_modules/.bin/${name}`;
const report = `${root}node_modules/.cache/vitest-report.json`;
let passed = 0;
let failed = 0;

/** A check that is one program's exit code counts as one test. */
async function check(name, program, args, env) {
  try {
    await step(name, async () => void (await run(program, args, { cwd: root, env })));
    passed += 1;
  } catch (error) {
    failed += 1;
    console.error(error.message);
  }
}

async function vitest(project) {
  rmSync(report, { force: true });
  const args = ["run", "--config", "tests/vitest.config.ts", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const outcome = await run(bin("vitest"), args, { cwd: root, show: true }).catch((error) => error);
  try {
    const result = JSON.parse(readFileSync(report, "utf8"));
    passed += result.numPassedTests;
    failed += result.numFailedTests;
    // A file that could not even be loaded has no test to count.
    const broken = result.testResults.filter((file) => file.status === "failed" && file.assertionResults.every((one) => one.status !== "failed"));
    failed += broken.length;
    if (outcome instanceof Error && result.numFailedTests + broken.length === 0) failed += 1;
  } catch {
    failed += 1;
  }
}

try {
  await prepare({ judges: true });
  await step("PDFs of other makers (Debian packages)", () => fetchCorpus(false));
  await check("types of src", bin("tsc"), ["-p", "tsconfig.json"]);
  await check("types of tests", bin("tsc"), ["-p", "tests/tsconfig.json"]);
  await check("lint", bin("oxlint"), ["--type-aware"]);
  await check("unused code and packages (knip)", bin("knip"), []);
  await check("build", bin("vite"), ["build", "--logLevel", "warn"]);
  await check("bridge app build", "npm", ["run", "build:bridge"]);
  await check("demo build", bin("vite"), ["build", "--mode", "demo", "--logLevel", "warn"]);
  for (const project of ["unit", "judges", "e2e"]) await vitest(project);
} catch (error) {
  fail(error);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
