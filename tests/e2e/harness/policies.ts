// The strictest that a page's own headers can say, and what of the extension is there all the same. The table in docs/SECURITY.md.
import type { Page } from "puppeteer";
import { clickOverlay, inSight, overlayElements, overlayTexts, showsPanel } from "./overlay.ts";
import type { Stage } from "./stage.ts";
import { until } from "./until.ts";

interface Policy {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What only a page under this policy says of itself: that the browser holds it to it. */
  readonly inForce: () => boolean | Promise<boolean>;
}

const csp = (policy: string): Policy["headers"] => ({ "content-security-policy": policy });
const nothing = "'none'";

/** A frame of the page's own is refused. */
const refusesFrames = (): Promise<boolean> =>
  new Promise((resolve) => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
      if (effectiveDirective === "frame-src") resolve(true);
    });
    const frame = document.createElement("iframe");
    frame.src = "/password";
    document.body.append(frame);
    setTimeout(() => resolve(false), 10_000);
  });
const takesNoText = (): boolean => {
  try {
    document.createElement("p").innerHTML = "a";
    return false;
  } catch {
    return true;
  }
};

export const policies: readonly Policy[] = [
  { name: "frame-src 'none'", headers: csp(`frame-src ${nothing}`), inForce: refusesFrames },
  { name: "child-src 'none'", headers: csp(`child-src ${nothing}`), inForce: refusesFrames },
  { name: "default-src 'none', alone", headers: csp(`default-src ${nothing}`), inForce: refusesFrames },
  { name: "require-trusted-types-for 'script'; trusted-types 'none'", headers: csp(`require-trusted-types-for 'script'; trusted-types ${nothing}`), inForce: takesNoText },
  {
    name: "every directive 'none', trusted types",
    headers: csp(`${["default", "script", "style", "frame", "child", "worker", "object", "img", "font", "connect"].map((one) => `${one}-src ${nothing}`).join("; ")}; form-action ${nothing}; base-uri ${nothing}; frame-ancestors ${nothing}; require-trusted-types-for 'script'; trusted-types ${nothing}`),
    inForce: refusesFrames,
  },
  { name: "COEP require-corp with COOP same-origin", headers: { "cross-origin-embedder-policy": "require-corp", "cross-origin-opener-policy": "same-origin" }, inForce: () => crossOriginIsolated },
  { name: "COEP credentialless with COOP same-origin", headers: { "cross-origin-embedder-policy": "credentialless", "cross-origin-opener-policy": "same-origin" }, inForce: () => crossOriginIsolated },
  { name: "Document-Isolation-Policy: isolate-and-require-corp", headers: { "document-isolation-policy": "isolate-and-require-corp" }, inForce: () => crossOriginIsolated },
  // What it forbids is that others embed this page, so that a frame of the page itself stays empty.
  {
    name: "X-Frame-Options: DENY, frame-ancestors 'none', CORP same-origin",
    headers: { ...csp(`frame-ancestors ${nothing}`), "x-frame-options": "DENY", "cross-origin-resource-policy": "same-origin" },
    inForce: () =>
      new Promise((resolve) => {
        const frame = document.createElement("iframe");
        frame.src = "/";
        document.body.append(frame);
        // A frame that is refused need not say so: what stands in its place is of no origin.
        const end = Date.now() + 10_000;
        const look = (): void => {
          if (frame.contentDocument === null || Date.now() > end) resolve(frame.contentDocument === null);
          else setTimeout(look, 20);
        };
        look();
      }),
  },
  { name: "Permissions-Policy without anything", headers: { "permissions-policy": "clipboard-read=(), clipboard-write=(), camera=(), microphone=(), usb=(), storage-access=(), fullscreen=()" }, inForce: () => !(document as unknown as { readonly featurePolicy: { allowsFeature(name: string): boolean } }).featurePolicy.allowsFeature("usb") },
];

/** The favourites are opened in a page with these headers. @returns whether there are handles, stars, and a panel that shows something; or the words that stand in its place */
export async function whatLoads(stage: Stage, page: Page, { headers, inForce }: Pick<Policy, "headers" | "inForce">): Promise<{ readonly inForce: boolean; readonly handles: number; readonly stars: boolean; readonly panel: boolean | string }> {
  stage.portal.headers = headers;
  await page.goto("https://www.my.gov.ge/services", { waitUntil: "load" });
  await page.bringToFront();
  await until(async () => (await overlayElements(page, "star")).length > 0, "there are stars");
  // Both, or as many as there are in the end.
  await until(async () => (await overlayElements(page, "handle")).length >= 2, "there are two handles", 20_000).catch(() => undefined);
  const [handles, stars] = [(await overlayElements(page, "handle")).length, true];
  await clickOverlay(page, "handle");
  const shows = async (): Promise<boolean> => (await Promise.all(page.frames().slice(1).map(async (one) => (await showsPanel(one)) && (await inSight(one))))).includes(true);
  let panel: boolean | string = false;
  await until(async () => {
    const [words] = await overlayTexts(page, "panel-shell");
    panel = words || (await shows());
    return panel !== false;
  }, "the panel shows something, or says why not");
  // On a slow machine the words come before the panel, which then takes their place.
  if (typeof panel === "string") await until(shows, "the panel takes the place of the words", 5_000).then(() => (panel = true), () => undefined);
  const held = await page.evaluate(inForce);
  stage.portal.headers = {};
  return { inForce: held, handles, stars, panel };
}
