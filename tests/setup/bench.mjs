// `npm run bench`: all set-up, then the figures, as a table and as JSON.
import { prepare, root } from "./prepare.mjs";
import { run } from "./run.mjs";
import { fail, step } from "./say.mjs";
import { runTool } from "./tool.mjs";

try {
  await prepare({ judges: true });
  await step("build", async () => void (await runTool("vite", ["build", "--logLevel", "warn"])));
  await step("bridge app build", async () => void (await run("npm", ["run", "build:bridge"], { cwd: root })));
  await runTool("tsx", ["tests/bench/bench.ts", ...process.argv.slice(2)], { show: true });
} catch (error) {
  fail(error);
}
