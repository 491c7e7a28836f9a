// `npm run bench`: all set-up, then the figures, as a table and as JSON.
import { prepare, root } from "./prepare.mjs";
import { run } from "./run.mjs";
import { fail, step } from "./say.mjs";

try {
  await prepare({ judges: true });
  await step("build", async () => void (await run(`${root}node_modules/.bin/vite`, ["build", "--logLevel", "warn"], { cwd: root })));
  await step("bridge app build", async () => void (await run("npm", ["run", "build:bridge"], { cwd: root })));
  await run(`${root}node_modules/.bin/tsx`, ["tests/bench/bench.ts", ...process.argv.slice(2)], { cwd: root, show: true });
} catch (error) {
  fail(error);
}
