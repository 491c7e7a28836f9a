// [Note: a line to a frame] A feature in a page and the extension's frame in the same page talk over a MessagePort. The page
// can't get hold of it: the frame hangs in a closed shadow root, so no script of the page has its window to post to; the
// port is posted to the extension's own origin only, and the frame takes it only together with a secret that the
// feature gave to the service worker and the service worker to the frame that redeemed the nonce. Files go over it
// without being copied. Nothing is ever posted to the window around the frame: that would hand its window to the page.
import type { ServiceLink } from "../platform/pageMessages.ts";
import type { SeenAnswer } from "./answer.ts";
import type { ServiceSheet } from "../notices/serviceFacts.ts";
import type { SeenRegister } from "../personal/register.ts";
import type { PortalNotice, SeenTerms } from "../notices/terms.ts";
import type { VaultState } from "../vault/api.ts";
import type { FieldValue, FormIdentity } from "./snapshot.ts";

/** A file chosen in a field of a page. */
export interface FieldFile {
  readonly key: string;
  readonly signed: boolean;
  readonly file: File;
}

/** A draft that the page's text came from, so that it is continued and not overwritten. */
export interface Base {
  readonly draftId: string;
  /** null: whatever is there. */
  readonly version: string | null;
}

/** A file that the page offers to download. */
export interface PageFile {
  readonly name: string;
  readonly url: string;
}

/** Such a file on its way: its bytes come as the portal sends them. The stream goes over the line by transfer. */
export interface ArrivingFile {
  readonly name: string;
  /** MIME type; "" when unknown. */
  readonly type: string;
  /** null: the portal does not say. */
  readonly size: number | null;
  readonly body: ReadableStream<Uint8Array>;
}

export type AnswerKept =
  /** new: not in the vault. sealed: kept while the vault is locked. part: kept, without files that did not come. less: kept, and somebody has thrown away some of its files since. */
  | "new" | "stored" | "sealed" | "part" | "less"
  /** stopped: by the person, before anything was kept. The others as in `Kept`. */
  | "stopped" | "none" | "full" | "failed";

export type Kept =
  /** sealed: kept while the vault is locked. */
  | { readonly how: "stored" | "sealed"; readonly forked: boolean }
  /** none: there is no vault yet. full: no room on the disk. */
  | { readonly how: "none" | "full" | "failed" };

/** feature → frame */
export type ToFrame =
  /** keeper: keep this. Answered with "kept". `files`: null when they have not changed. */
  | { readonly kind: "keep"; readonly draftId: string; readonly base: Base | null; readonly identity: FormIdentity; readonly fields: readonly FieldValue[]; readonly files: readonly FieldFile[] | null; readonly sending: boolean }
  /** keeper: the portal confirmed. last: what was in the form when "send" was pressed. */
  | { readonly kind: "sent"; readonly applicationId: string; readonly number: string | null; readonly url: string; readonly last: { readonly identity: FormIdentity; readonly fields: readonly FieldValue[] | null } }
  /** keeper: the portal did not take it; it is a draft again. */
  | { readonly kind: "unsent"; readonly draftId: string }
  /** keeper: how many drafts are there? Answered with "drafts" now, and whenever that changes. */
  | { readonly kind: "watch"; readonly formKey: string }
  /** applications panel: this is the form. */
  | { readonly kind: "form"; readonly identity: FormIdentity; readonly fields: readonly FieldValue[]; readonly draftId: string | null }
  /** applications panel: what could not be put back. */
  | { readonly kind: "filled"; readonly missing: readonly FieldValue[] }
  /** keeper: the page shows these. Answered with "terms/kept". */
  | { readonly kind: "terms/seen"; readonly terms: SeenTerms | null; readonly notices: readonly Omit<PortalNotice, "type" | "firstSeen">[] }
  /** documents panel: the page's file fields by name, and the files of the portal's store. */
  | { readonly kind: "files"; readonly fields: readonly string[]; readonly stored: readonly PageFile[] }
  /** documents panel: what came of "file/put". */
  | { readonly kind: "file/done"; readonly asked: number; readonly done: boolean }
  /** documents panel, keeper: what came of "file/get". file null: the portal did not give it. */
  | { readonly kind: "file/got"; readonly asked: number; readonly file: ArrivingFile | null }
  /** keeper: is this answer in the vault? Keep it, asking for its files one after the other; stop that. All are answered with "answer/kept". */
  | { readonly kind: "answer/seen"; readonly answer: SeenAnswer }
  | { readonly kind: "answer/keep"; readonly answer: SeenAnswer; readonly files: readonly PageFile[] }
  | { readonly kind: "answer/stop" }
  /** answers panel: what the page shows. */
  | { readonly kind: "answer"; readonly answer: SeenAnswer | null }
  /** keeper: the person started this service. Answered with "started/kept". */
  | { readonly kind: "started"; readonly sheet: ServiceSheet; readonly at: number }
  /** consent and data panels: what the page says. */
  | { readonly kind: "service"; readonly sheet: ServiceSheet | null }
  /** personal panel: what the page says of the person. */
  | { readonly kind: "registers"; readonly registers: readonly SeenRegister[] }
  /** password panel: the page gives a one-time password, or takes a new one; whether it says itself that the present one is for one time. */
  | { readonly kind: "password"; readonly given: boolean; readonly oneTime: boolean }
  /** favourites panel: services that the page lists, and the one it describes; a long list comes in pieces, `first` begins anew, `last` ends it. */
  | { readonly kind: "services"; readonly first: boolean; readonly last: boolean; readonly services: readonly ServiceLink[]; readonly pageService: ServiceLink | null }
  /** terms panel: the page's terms; null: it shows notices only. */
  | { readonly kind: "terms"; readonly seen: SeenTerms | null };

/** frame → feature */
export type FromFrame =
  /** There is something to see now. */
  | { readonly kind: "shown" }
  /** Somebody has typed or chosen something in an open panel. */
  | { readonly kind: "typed" }
  /** draftId: where it is kept now, which is another one than asked for when that was changed elsewhere. base: to be given with the next. */
  | { readonly kind: "kept"; readonly asked: string; readonly draftId: string; readonly base: Base | null; readonly kept: Kept }
  /** vault: what becomes of what is typed here. count: only an open one tells. */
  | { readonly kind: "drafts"; readonly count: number | null; readonly vault: VaultState["kind"] | null }
  /** total: 0 where nobody said how long it is. */
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  /** state null: the page has no terms. sealed: kept, but whether they changed is known only once the vault is open. */
  | { readonly kind: "terms/kept"; readonly state: "first" | "same" | "changed" | "sealed" | "none" | "failed" | null; readonly notices: number }
  /** Put this file into the page's file field of this number; fetch one of the files that the page offers. asked: comes back with the reply. */
  | { readonly kind: "file/put"; readonly asked: number; readonly field: number; readonly file: File }
  | { readonly kind: "file/get"; readonly asked: number; readonly url: string }
  /** kept: whether a copy of what was sent is in the vault, open or sealed. */
  | { readonly kind: "sent/kept"; readonly number: string | null; readonly kept: boolean }
  | { readonly kind: "answer/kept"; readonly how: AnswerKept }
  | { readonly kind: "started/kept"; readonly how: "stored" | "sealed" | "none" | "failed" }
  /** Put these into the form. Answered with "filled". base null: what is there goes on being the same draft. */
  | { readonly kind: "fill"; readonly fields: readonly FieldValue[]; readonly files: readonly { readonly key: string; readonly files: readonly File[] }[]; readonly base: Base | null };
