// `npm run soak`: what takes too long for `npm test`, such as every mutation and every PDF of the corpus.
import { fetchCorpus } from "./corpus.mjs";
import { prepare, root } from "./prepare.mjs";
import { run } from "./run.mjs";
import { fail, step } from "./say.mjs";

try {
  await prepare({ judges: true });
  await step("PDFs of other makers (Debian packages)", () => fetchCorpus(true));
  await run(`${root}node_modules/.bin/vitest`, ["run", "--config", "tests/vitest.config.ts", "--project", "judges", "tests/judges/signing"], { cwd: root, show: true, env: { SOAK: "1" } });
} catch (error) {
  fail(error);
}
