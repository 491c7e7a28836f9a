// What our scripts in a document know of each other: they come one by one, into the content scripts' isolated world, which the page
// can't see. But a window, in every world, answers a name that nobody has given with the page's element of that name (`<img id=tools>`).
// So there is one object for all of it, and it counts only if it is the window's own: then a script of ours has put it there.
import { ofPage } from "./detect/unshadowed.ts";
import type { Writings } from "./forms/writings.ts";
import type { Signing } from "./features/signing.ts";
import type { PageTools } from "./parts.ts";
import type { Starts } from "./serviceStart.ts";
import type { PageMap } from "./sites/site.ts";

interface World {
  /** The content script is there. */
  started?: boolean;
  /** What the tools are started with, where they have not taken it yet; */
  start?: Promise<unknown> | undefined;
  /** the same for the handles in a page in a sandbox. */
  handles?: Promise<unknown> | undefined;
  /** and what was said last in such a page, while it stands. */
  said?: string;
  tools?: PageTools | undefined;
  /** What the tools run with (pageTexts.ts). */
  runs?: string | undefined;
  /** To be told that the tools of this page listen, or do not come. */
  there?: (there: boolean) => void;
  /** The favourites were changed since this page was told of them, or a moment before. */
  changed?: boolean | undefined;
  /** Where somebody typed before the tools were there, */
  typed?: Set<Element> | undefined;
  /** and where they were last in a form. */
  touched?: WeakRef<Element>;
  starts?: Starts;
  /** Which drafts this page's forms go to. */
  writings?: Writings;
  /** The map that the person took from a file. */
  pageMap?: PageMap | undefined;
  /** What the popup brought to have a form signed. */
  signForm?: Pick<Signing, "busy"> & { stop(): void };
  /** The frame of the open panel, once somebody has typed in it, */
  typedIn?: HTMLIFrameElement | undefined;
  /** and what starts the tools anew when it is closed. */
  anew?: (() => void) | undefined;
  /** What an open panel hangs in. See: [Note: keys stay in the panel]. */
  panel?: Element | undefined;
  /** The link of the official program's scheme that was clicked last, and what says why it opened nothing. */
  link?: WeakRef<Element>;
  linkNotice?: AbortController;
}

declare global {
  var moqalaqe: World | undefined;
}

/** What our script in the page of a frame knows; null: there is none, or it is a shadow root's. */
export function worldOf(root: Document | ShadowRoot): World | null {
  const view = "body" in root ? ofPage(root, "defaultView") : null;
  return (view && Object.hasOwn(view, "moqalaqe") && view.moqalaqe) || null;
}

export const world: World = (Object.hasOwn(globalThis, "moqalaqe") && globalThis.moqalaqe) || (globalThis.moqalaqe = {});
