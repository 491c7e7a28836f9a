// `npm run soak`: what takes too long for `npm test`. All of it (about an hour), or the parts that are named:
//   npm run soak -- corpus        every mutation, every PDF of other makers, before the judges
//   npm run soak -- long          unit tests at their longest: every byte of the vault's store and backups, more properties
//   npm run soak -- kills         the browser killed 200 times; `kills=50` for as many
//   npm run soak -- large         2 GB files, a disk that is really full, 10,000 documents and other hardships
import { fetchCorpus } from "./corpus.mjs";
import { prepare } from "./prepare.mjs";
import { fail, step } from "./say.mjs";
import { runTool } from "./tool.mjs";

const build = () => step("build", async () => void (await runTool("vite", ["build", "--logLevel", "warn"])));
const vitest = (project, file, env = {}) => runTool("vitest", ["run", "--config", "tests/vitest.config.ts", "--project", project, file], { show: true, env });

const parts = {
  async corpus() {
    await step("PDFs of other makers (Debian packages)", () => fetchCorpus(true));
    await vitest("judges", "tests/judges/signing", { SOAK: "1" });
  },
  long: () => vitest("unit", "tests/unit", { SLOW: "1" }),
  async kills(times) {
    await build();
    await vitest("e2e", "tests/e2e/vaultKills.test.ts", { KILLS: times ?? "200" });
  },
  async large() {
    await build();
    await vitest("soak", "tests/soak/vault");
  },
};

try {
  const chosen = process.argv.slice(2).map((one) => one.split("="));
  for (const [name] of chosen) if (!Object.hasOwn(parts, name)) throw new Error(`no such part: ${name}; there are ${Object.keys(parts).join(", ")}`);
  await prepare({ judges: true });
  for (const [name, value] of chosen.length > 0 ? chosen : Object.keys(parts).map((one) => [one])) await parts[name](value);
} catch (error) {
  fail(error);
}
