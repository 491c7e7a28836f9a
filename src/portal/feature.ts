// [Note: one feature, one file] A feature is started with what it may use and one AbortSignal; aborted, it is gone
// without a trace. It keeps no state outside its own function.
import type { FieldFile } from "../forms/line.ts";
import type { FeatureId } from "../platform/pageMessages.ts";
import type { MakePanel } from "./features/panel.ts";
import type { Overlay } from "./overlay.ts";
import type { PageWatch } from "./pageWatch.ts";
import type { Starts } from "./serviceStart.ts";
import type { AnchorId } from "./sites/site.ts";

/** What features do for each other. */
export interface Together {
  readonly starts: Starts;
  /** Where the person typed before the tools for forms were there. */
  readonly typedIn: Set<Element>;
  /** To be awaited before the extension itself sends a form: what is in it is kept first. `files`: what no field of it shows. */
  readonly beforeSending: ((form: Element, files: readonly FieldFile[]) => Promise<void>)[];
}

/** What every script of ours in a page has. */
export interface PageContext {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly overlay: Overlay;
  readonly watch: PageWatch;
  readonly together: Together;
  /** The elements of the page that a feature looks for (findAnchors.ts); looked for once a round, whoever asks. */
  readonly find: (id: AnchorId) => readonly Element[];
  /** A form to sign in with was sent in this tab, and nobody has seen yet what came of it. */
  readonly signingIn: boolean;
  /** Addresses of the favourites at the start; null: to be asked for. */
  readonly favourites: readonly string[] | null;
  /** A text of the catalogues whose key begins with `page_`. */
  readonly t: (key: string, values?: Readonly<Record<string, string>>) => string;
}

/** What features may use. */
export interface FeatureContext extends PageContext {
  /** One of the extension's panels over the page (features/panel.ts): the first part has it for all of them, and no other part brings it once more. */
  readonly panel: MakePanel;
}

export interface Feature {
  readonly id: FeatureId;
  start(context: FeatureContext): void;
}
