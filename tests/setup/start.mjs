// `npm start`: all set-up, then the demo; `npm start -- --check` does the same without a screen and ends 0 or 1.
import { canEmulateUsb, prepare } from "./prepare.mjs";
import { fail, step } from "./say.mjs";
import { runTool } from "./tool.mjs";

const check = process.argv.includes("--check");
try {
  await prepare({ judges: false });
  // Granting the emulated reader to the extension takes a managed policy, and that takes root.
  const mode = canEmulateUsb() && process.getuid?.() === 0 ? [] : ["--mode", "demo"];
  await step("build", async () => void (await runTool("vite", ["build", "--logLevel", "warn", ...mode])));
  const args = ["tests/demo/demo.ts", ...(check ? ["--check"] : []), ...(mode.length > 0 ? ["--inside"] : [])];
  await runTool("tsx", args, { show: true });
} catch (error) {
  fail(error);
}
