// [Note: one feature, one file] A feature is started with what it may use and one AbortSignal; aborted, it is gone
// without a trace. It keeps no state outside its own function.
import type { FeatureId } from "../platform/pageMessages.ts";
import type { Overlay } from "./overlay.ts";
import type { PageWatch } from "./pageWatch.ts";

export interface FeatureContext {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly overlay: Overlay;
  readonly watch: PageWatch;
  /** A text of the catalogues whose key begins with `page_`. */
  readonly t: (key: string, values?: Readonly<Record<string, string>>) => string;
}

export interface Feature {
  readonly id: FeatureId;
  start(context: FeatureContext): void;
}
