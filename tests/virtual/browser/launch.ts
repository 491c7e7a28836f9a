// Starts an unmodified browser with the built extension, an emulated USB bus and the practice portal's address.
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser } from "puppeteer";
import { findBrowser, policyDirectories } from "./findBrowser.ts";
import { mendLateFrames } from "./lateFrames.ts";
import { closeForGood } from "./lostClose.ts";
import { dontAwaitInput } from "./unansweredInput.ts";

/** From the public key in manifest.json. */
export const extensionId = "emdmhjiannddegohdhodhlkejemgjbnc";

export interface LaunchOptions {
  /** An isolated web app to install in developer mode: `http://127.0.0.1:PORT` that serves it. */
  readonly isolatedApp?: string;
  /** More extensions beside ours. */
  readonly others?: readonly string[];
  readonly extension: string;
  /** Environment of the emulated bus (UmockdevTestbed.environment). */
  readonly environment?: Readonly<Record<string, string>>;
  /** Devices that the managed policy grants to the extension, in place of a click in the chooser. */
  readonly devices?: readonly { readonly vendorId: number; readonly productId: number }[];
  /** `*.my.gov.ge` and others are served from this local port. */
  readonly portalPort: number;
  readonly spkiHash: string;
  readonly otherHosts?: readonly string[];
  readonly headless?: boolean;
  readonly language?: string;
  readonly darkMode?: boolean;
  /** A made-up camera and microphone, and a person who allows them. */
  readonly media?: boolean;
  /** Hidden tabs have their timers held back, as a person's browser does it. */
  readonly throttled?: boolean;
  /** A profile that is there before and after; by default a new one that is removed. */
  readonly profile?: string;
  /** How long the browser may take for an answer: one that never comes fails the call that waits for it, by name, before the test's own time is over. */
  readonly answerWithinMs?: number;
}

export interface LaunchedBrowser {
  readonly browser: Browser;
  /** How the browser ended, if it did, and the last that it and the libraries in it said: why, mostly. */
  end(): string | null;
  /** Grants the devices to another origin, too (the policy is read again while the browser runs). */
  grant(origin: string): void;
  close(): Promise<void>;
}

const throttling = ["--disable-renderer-backgrounding", "--disable-background-timer-throttling"];
const policyFile = "moqalaqe.json";
const spoken = "said.log";
const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * A private mount namespace keeps the policy away from the machine's own: only this browser sees it.
 * @returns a script to start instead of the browser
 */
function withPolicy(directory: string, path: string, policyDirectory: string, policy: object): string {
  writeFileSync(join(directory, policyFile), JSON.stringify(policy));
  const script = join(directory, "browser.sh");
  const inside = `mkdir -p ${quote(policyDirectory)} && mount --bind ${quote(directory)} ${quote(policyDirectory)} && exec env "LD_PRELOAD=$MQ_PRELOAD" ${quote(path)} "$@" 2>>${quote(join(directory, spoken))}`;
  // The preload library is for the browser alone: with it, mount would see the emulated /sys.
  writeFileSync(script, `#!/bin/sh\nexport MQ_PRELOAD="$LD_PRELOAD"\nunset LD_PRELOAD\nexec unshare -m sh -c ${quote(inside)} sh "$@"\n`);
  chmodSync(script, 0o755);
  return script;
}

/** Without a UTF-8 locale of its own the browser finds no folder with other letters in its path: what lies there is copied. */
function findable(extension: string, directory: string): string {
  if (/^[ -~]*$/.test(extension)) return extension;
  const copy = mkdtempSync(join(directory, "extension-"));
  cpSync(extension, copy, { recursive: true });
  return copy;
}

export async function launchBrowser(options: LaunchOptions): Promise<LaunchedBrowser> {
  const { kind, path } = findBrowser();
  const directory = mkdtempSync(join(tmpdir(), "mq-browser-"));
  const policy = (urls: readonly string[]) => ({
    WebUsbAllowDevicesForUrls: [
      {
        devices: (options.devices ?? []).map(({ vendorId, productId }) => ({ vendor_id: vendorId, product_id: productId })),
        urls,
      },
    ],
  });
  const granted = [`chrome-extension://${extensionId}`];
  const isRoot = process.getuid?.() === 0;
  const wanted = (options.devices?.length ?? 0) > 0;
  if (wanted && !isRoot) throw new Error("granting the emulated reader needs root (a private mount namespace)");
  const executablePath = wanted ? withPolicy(directory, path, policyDirectories[kind], policy(granted)) : path;
  const hosts = ["my.gov.ge", "*.my.gov.ge", ...(options.otherHosts ?? [])];
  const rules = hosts.map((host) => `MAP ${host} 127.0.0.1:${options.portalPort}`).join(", ");
  const browser = await puppeteer.launch({
    executablePath,
    headless: options.headless ?? true,
    pipe: true,
    ...(options.throttled ? { ignoreDefaultArgs: throttling } : {}),
    enableExtensions: [options.extension, ...(options.others ?? [])].map((one) => findable(one, directory)),
    defaultViewport: null,
    ...(options.profile ? { userDataDir: options.profile } : {}),
    ...(options.answerWithinMs === undefined ? {} : { protocolTimeout: options.answerWithinMs }),
    // An app that is installed puts itself into the person's menu of programs: not into that of whoever runs the tests.
    env: { ...process.env, ...options.environment, XDG_DATA_HOME: join(directory, "data"), LANG: options.language ?? "ka_GE.UTF-8", LANGUAGE: options.language ?? "ka" },
    args: [
      ...(isRoot ? ["--no-sandbox"] : []),
      `--host-resolver-rules=${rules}`,
      `--ignore-certificate-errors-spki-list=${options.spkiHash}`,
      `--lang=${options.language ?? "ka"}`,
      ...(options.darkMode ? ["--force-dark-mode"] : []),
      "--disable-gpu",
      ...(options.media ? ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"] : []),
      // One forked process less while the bus is emulated: see [Note: umockdev and fork] in tests/virtual/umockdev/forkSafe.c.
      `--enable-features=${["NetworkServiceInProcess2", ...(options.isolatedApp ? ["IsolatedWebApps", "IsolatedWebAppDevMode"] : [])].join(",")}`,
      ...(options.isolatedApp ? [`--install-isolated-web-app-from-url=${options.isolatedApp}`] : []),
      // Several windows without a screen: none of them may be taken for hidden.
      "--disable-backgrounding-occluded-windows",
      ...(options.throttled ? [] : throttling),
      "--disable-quic",
      "--no-first-run",
      "--no-default-browser-check",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  await dontAwaitInput(browser);
  await mendLateFrames(browser);
  await closeForGood(browser);
  const child = browser.process();
  const end = (): string | null => {
    if (!child || (child.exitCode === null && child.signalCode === null)) return null;
    let said = "";
    try {
      said = readFileSync(join(directory, spoken), "utf8").trim().split("\n").slice(-5).join("\n");
    } catch {
      // Without a policy it isn't written down.
    }
    return `the browser ended (${child.signalCode ?? `exit code ${child.exitCode}`})${said && `:\n${said}`}`;
  };
  const close = async (): Promise<void> => {
    await Promise.race([browser.close().catch(() => {}), new Promise((resolve) => setTimeout(resolve, 5_000))]);
    if (child && child.exitCode === null) child.kill("SIGKILL");
    rmSync(directory, { recursive: true, force: true });
  };
  const grant = (origin: string): void => {
    granted.push(origin);
    writeFileSync(join(directory, policyFile), JSON.stringify(policy(granted)));
  };
  return { browser, end, grant, close };
}
