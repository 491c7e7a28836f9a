// [Note: tools in parts] Most pages of the portal have no use for most of the tools, and reading a script costs the page more
// than running it. So the tools come in parts, each a script of its own: the favourites with every page, the others when
// the page has what they are for. The service worker puts them there (background/pageFeatures.ts): nothing of them is open to
// the page, as it would be if they were imported from it.
import { type FeatureId, type PagePart, pageParts, type PageStart } from "../platform/pageMessages.ts";
import { sendMessage } from "../platform/runtime.ts";
import type { Detection } from "./detect/detection.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { learn } from "./findAnchors.ts";
import { mayHoldForm } from "./formHint.ts";
import { mayUse } from "./mayUse.ts";
import { listen } from "./detect/unshadowed.ts";
import { world } from "./world.ts";

/** What the parts find in the scripts' own world when they come. */
export interface PageTools {
  /** Starts what is switched on of a part, which brings how its anchors are found; of one that is there already nothing. */
  add(part: PagePart | "favourites", features: readonly Feature[], detection?: Detection): void;
  stop(): void;
}

/** What a part is for. */
const calls: Readonly<Record<PagePart, readonly FeatureId[]>> = {
  // What asks for a signature is found by it.
  forms: ["applications", "documents", "signing", "profile"],
  signing: ["signing"],
  reading: ["answers", "terms", "consent", "personal", "password", "registration"],
};
/** Whether anything of a part is switched on. */
export function isOn(part: PagePart, features: readonly FeatureId[]): boolean {
  return calls[part].some((id) => features.includes(id));
}

/**
 * Calls each part once, as soon as the page has something for it or something is left to do of an earlier page.
 * @param there parts that came by themselves
 */
export function callParts(context: FeatureContext, { features, waiting }: PageStart, there: Iterable<PagePart | "favourites">): Pick<PageTools, "add"> {
  const { document, signal, watch, together } = context;
  const called = new Set<PagePart | "favourites">(there);
  const added = new Set<string>();
  const wanted = (part: PagePart): boolean => !called.has(part) && !added.has(part) && isOn(part, features);
  const call = (part: PagePart): void => {
    if (!wanted(part)) return;
    called.add(part);
    // A service worker that was stopped meanwhile, or did not get it done, is asked again with the next change.
    void sendMessage({ kind: "page/part", part }).catch(() => null).then((done) => done ?? called.delete(part));
  };
  for (const part of waiting) call(part);
  // Where nothing for forms is switched on nobody will ask where somebody typed.
  if (!isOn("forms", features)) forgetTyping();
  if (together.typedIn.size > 0) call("forms");
  if (features.includes("consent")) {
    // What was started in this page, and the page is still here: written from here.
    const bring = (): void => call("reading");
    together.starts.stayed.add(bring);
    signal.addEventListener("abort", () => together.starts.stayed.delete(bring));
  }
  // Somebody may type the moment a form is there: its tools are not left to wait until the page has nothing else to do,
  watch.soon(() => {
    if (wanted("forms") && mayHoldForm(document)) call("forms");
  });
  // and what was typed before them is told to them.
  listen(document, "input", ({ isTrusted, target }) => {
    if (!isTrusted || !isOn("forms", features) || added.has("forms") || !(target instanceof Element)) return;
    call("forms");
    if (called.has("forms")) together.typedIn.add(target);
  }, { signal, capture: true });
  watch.onChange(() => {
    for (const part of pageParts) if (wanted(part) && asked(part)) call(part);
  });
  /** One part's question that fails on a strange page keeps nobody else's part away, and brings its own, which looks more closely. */
  function asked(part: PagePart): boolean {
    try {
      return mayUse(document, part);
    } catch {
      return true;
    }
  }
  function forgetTyping(): void {
    world.typed = undefined;
    together.typedIn.clear();
  }
  return {
    add: (part, all, detection) => {
      if (signal.aborted || added.has(part)) return;
      added.add(part);
      if (detection) learn(detection);
      for (const feature of all) if (features.includes(feature.id)) feature.start(context);
      // From here on they hear it themselves.
      if (part === "forms") forgetTyping();
    },
  };
}
