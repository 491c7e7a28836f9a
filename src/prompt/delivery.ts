// What becomes of a signed document that this window itself brings to where it is wanted.
import type { MessageKey } from "../i18n/catalogue.ts";
import type { TakenJob } from "../platform/documentJobs.ts";
import type { SignedDocument } from "../signing/documents/job.ts";

export type Delivered =
  /** `text`: what the person sees while the window closes. */
  | { readonly kind: "sent"; readonly text: MessageKey }
  /** There is nowhere to bring it: the person keeps it. */
  | { readonly kind: "keep"; readonly text: MessageKey }
  /** again: the same may work in a moment. look: what is to be signed must be looked at anew. */
  | { readonly kind: "failed"; readonly text: MessageKey; readonly values?: Readonly<Record<string, string>>; readonly way: "again" | "look" | "none" };

export interface Delivery {
  /** What the window says while it brings it. */
  readonly doing: MessageKey;
  /** Nobody else keeps a copy: it is offered to the person's own documents. */
  readonly keep: boolean;
  /** The tools in the page keep a copy, where there is a vault: without one it is nowhere but in this window. */
  readonly keptByPage?: boolean;
  /** May be called again after a failure. */
  readonly run: (signed: SignedDocument) => Promise<Delivered>;
}

/** A job of this window's own making. */
export interface OwnJob {
  readonly taken: TakenJob;
  readonly delivery: Delivery;
  /** The outcome, once there is one. */
  readonly signed: () => SignedDocument | null;
}

export function ownJob(job: TakenJob["job"], delivery: Delivery, end: () => void = () => undefined): OwnJob {
  let signed: SignedDocument | null = null;
  return {
    taken: {
      job,
      report: (_, outcome) => {
        if (outcome.ok && outcome.value) signed = outcome.value;
      },
      end,
    },
    delivery,
    signed: () => signed,
  };
}
