// PDFs that others made, from inside Debian packages: downloaded and unpacked beside the caches, never installed, never
// committed. tests/vectors/pdfCorpus.json names them.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { run } from "./run.mjs";
import { root } from "./prepare.mjs";

export const corpusDir = join(root, "node_modules/.cache/pdf-corpus");
const list = JSON.parse(readFileSync(join(root, "tests/vectors/pdfCorpus.json"), "utf8"));

/** @param {boolean} whole false: the small packages that `npm test` looks at */
export async function fetchCorpus(whole) {
  const packages = whole ? [...new Set(list.files.map((file) => file.package))] : list.sample;
  const absent = packages.filter((name) => !existsSync(join(corpusDir, name)));
  if (absent.length === 0) return "already there";
  const downloads = join(corpusDir, ".downloads");
  mkdirSync(downloads, { recursive: true });
  for (const name of absent) {
    const download = () => run("apt-get", ["download", "-qq", name], { cwd: downloads });
    // A machine that has every program may still lack the packages' lists.
    await download().catch(async () => {
      await run("apt-get", ["update"]);
      await download();
    });
    const file = readdirSync(downloads).find((one) => one.startsWith(`${name}_`));
    if (!file) throw new Error(`apt-get left no file of ${name}`);
    const unpacked = join(corpusDir, name);
    await run("dpkg-deb", ["-x", join(downloads, file), unpacked]);
    for (const { path } of list.files.filter((one) => one.package === name)) {
      const target = join(unpacked, path);
      if (!existsSync(target) && existsSync(`${target}.gz`)) writeFileSync(target, gunzipSync(readFileSync(`${target}.gz`)));
    }
  }
  return `unpacked ${absent.length} packages`;
}
