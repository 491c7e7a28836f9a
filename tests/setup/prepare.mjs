// Everything a fresh machine lacks: npm packages, Debian packages, a browser. Needs Node and nothing else.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { has, run } from "./run.mjs";
import { SetupError, step } from "./say.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url));

// Debian package → a file or program that shows it is there.
const browserPackages = { chromium: "chromium", "chromium-sandbox": "/usr/lib/chromium/chrome-sandbox", umockdev: "umockdev-run", tcc: "tcc", "fonts-noto-core": "/usr/share/fonts/truetype/noto" };
const judgePackages = {
  xmlsec1: "xmlsec1",
  "libxml2-utils": "xmllint",
  unzip: "unzip",
  openssl: "openssl",
  "poppler-utils": "pdfsig",
  qpdf: "qpdf",
  "libnss3-tools": "certutil",
  opensc: "pkcs15-tool",
  pcscd: "pcscd",
  "vsmartcard-vpcd": "/usr/lib/pcsc/drivers/serial/libifdvpcd.so",
  khal: "khal",
  libccid: "/usr/lib/pcsc/drivers/serial/libccidtwin.so",
};

const present = (probe) => (probe.startsWith("/") ? existsSync(probe) : has(probe));

/** The Debian packages of a list that this machine lacks. */
export function missing(packages) {
  return Object.keys(packages).filter((name) => !present(packages[name]));
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupError(`Node ${process.versions.node} is too old: 20.19 or newer is needed (https://nodejs.org).`);
}

/** npm's own record of what it installed is compared with the lock file, so that a pulled change is noticed. */
function packagesAreCurrent() {
  try {
    const wanted = JSON.parse(readFileSync(`${root}package-lock.json`, "utf8")).packages;
    const got = JSON.parse(readFileSync(`${root}node_modules/.package-lock.json`, "utf8")).packages;
    return Object.entries(wanted).every(
      ([path, entry]) => path === "" || entry.optional || got[path]?.version === entry.version,
    );
  } catch {
    return false;
  }
}

async function npmPackages() {
  if (packagesAreCurrent()) return "already there";
  const install = (...more) => run("npm", ["ci", "--no-audit", "--no-fund", ...more], { cwd: root, env: { PUPPETEER_SKIP_DOWNLOAD: "1", npm_config_loglevel: "error" } });
  // What this machine was told of a package before need not be asked again: versions are exact, and checked. What it was told may
  // be older than a version: then all is asked.
  await install("--prefer-offline").catch(() => install());
  return "installed";
}

async function debianPackages(packages) {
  const names = missing(packages);
  if (names.length === 0) return "already there";
  const byHand = `Install them by hand and run this again:\n  apt-get install ${names.join(" ")}`;
  if (!has("apt-get")) throw new SetupError(`This machine has no apt-get, and these programs are missing: ${names.join(", ")}.\n${byHand}`);
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !has("sudo")) throw new SetupError(`Missing: ${names.join(", ")}, and only root can install them.\n${byHand}`);
  const apt = (args) => {
    const command = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-y", ...args];
    return isRoot ? run(command[0], command.slice(1)) : run("sudo", command, { show: true });
  };
  await apt(["update"]);
  await apt(["install", "--no-install-recommends", ...names]);
  const still = missing(packages);
  if (still.length > 0) throw new SetupError(`Still missing after the installation: ${still.join(", ")}.\n${byHand}`);
  return `installed ${names.join(", ")}`;
}

/** True where an emulated USB bus can be put under the browser: Linux on x86-64 with umockdev. */
export function canEmulateUsb() {
  return process.platform === "linux" && process.arch === "x64";
}

/**
 * Everything at once, to the end.
 * @param {{ judges: boolean }} what judges: also the programs that check our work from outside (tests only)
 * @param {{ withNpm?: () => unknown, withBoth?: () => unknown }} next begun as soon as npm's packages are there, while Debian's are
 *   still on their way, and once all of them are: npm empties the folder in which the tests' own downloads are kept
 * @throws what went wrong first; nothing is left running then: an installation that is broken off blocks the next one
 */
export async function prepare({ judges }, { withNpm, withBoth } = {}) {
  checkNode();
  const npm = step("npm packages", npmPackages);
  if (!canEmulateUsb() && judges) {
    await npm;
    throw new SetupError("The whole test suite needs Linux on x86-64 (an emulated USB bus and Debian's judges).\nOn this system run `npm run unit` for what runs anywhere, or `npm start` for the demo.");
  }
  const [name, wanted] = judges ? ["browser, emulated USB bus, outside judges (Debian packages)", { ...browserPackages, ...judgePackages }] : ["browser and emulated USB bus (Debian packages)", browserPackages];
  const install = () => step(name, () => debianPackages(wanted));
  // Who is asked for a password is asked when nothing else is being said.
  const asks = process.getuid?.() !== 0 && missing(wanted).length > 0;
  const debian = !canEmulateUsb() ? Promise.resolve() : asks ? npm.then(install) : install();
  const both = Promise.all([npm, debian]);
  const ends = await Promise.allSettled([(asks ? both : npm).then(withNpm), both.then(withBoth), npm, debian]);
  const failed = ends.find(({ status }) => status === "rejected");
  if (failed) throw failed.reason;
}
