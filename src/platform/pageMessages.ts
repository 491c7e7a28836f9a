// What portal pages' features and the extension's frames in them say. See [Note: runtime messages] in messages.ts.
import type { TextsAhead } from "../i18n/textsAhead.ts";
import type { KeptMenu } from "./favouriteMenu.ts";
import type { PageMap } from "../portal/sites/site.ts";
import type { FormWay } from "../favourites/access.ts";
import type { FieldValue } from "../forms/snapshot.ts";
import type { ServiceSheet } from "../notices/serviceFacts.ts";

export const featureIds = ["favourites", "data", "applications", "terms", "consent", "answers", "documents", "signing", "personal", "profile", "password", "registration"] as const;
export type FeatureId = (typeof featureIds)[number];

/** What a frame can show. "keeper" shows nothing: it takes drafts to the vault. */
export const panelIds = ["favourites", "keeper", "data", "applications", "terms", "consent", "answers", "documents", "personal", "profile", "password", "registration"] as const;
export type PanelId = (typeof panelIds)[number];

/** What is put into a page only when it has a use for it. See [Note: tools in parts] in src/portal/parts.ts. */
export const pageParts = ["forms", "signing", "reading"] as const;
export type PagePart = (typeof pageParts)[number];

/** A link to a service, as a page names it. Page data: shown as text, followed only on the portal's own hosts. */
export interface ServiceLink {
  readonly url: string;
  readonly title: string;
  /** One of the ten categories (0 to 9), where the page says. */
  readonly category: number | null;
  /** The page says that this service wants the card or a signature. */
  readonly needsCard: boolean;
}

/** What a page's features are started with. */
export interface PageStart {
  readonly features: readonly FeatureId[];
  readonly language: "ka" | "en";
  /** The catalogue's texts whose keys begin with `page_`. */
  readonly texts: Readonly<Record<string, string>>;
  /** A form to sign in with was sent in this tab: it is still to be seen whether the portal knows somebody. */
  readonly signingIn: boolean;
  /** Addresses of the favourites, for the stars; null: they are in the vault, and are asked for. */
  readonly favourites: readonly string[] | null;
  /** Where to find what is looked for, if the person took a map of the pages from a file. */
  readonly pageMap: PageMap | null;
  /** Parts that have something to do here whatever the page shows: what was sent or started on the page before. */
  readonly waiting: readonly PagePart[];
}

/** What a frame learns when it redeems its nonce. */
export interface FrameStart {
  readonly panel: PanelId;
  /** The secret with which the feature will bring a port. See: [Note: a line to a frame] in src/forms/line.ts. */
  readonly line: string;
  /** What the favourites' menu shows first. */
  readonly ahead?: MenuAhead | null;
}

/** Texts and favourites, so that the menu's first painting is all of it. */
export interface MenuAhead {
  readonly texts: TextsAhead;
  /** null: they are in the vault, and are asked for. */
  readonly kept: KeptMenu | null;
}

/** An application that the person has sent from this tab, until the portal says so. */
export interface Sending {
  readonly draftId: string;
  readonly formKey: string;
  readonly url: string;
  readonly title: string;
  /** What was in the form: the page may be gone before the vault has it. null: too much for a message. Files are not in it. */
  readonly fields: readonly FieldValue[] | null;
}

export type PageMessage =
  /** content script → service worker: the page is loaded, or somebody does something in it. The features follow by executeScript. Answered with PageStart; false: all are switched off; null: nobody can say. */
  | { readonly kind: "page/ready" }
  /** content script → service worker: a portal page in a sandbox without an origin is there. Two handles follow; answered as page/ready. */
  | { readonly kind: "page/sandboxed" }
  /** features → service worker: what shall run here? Answered with PageStart or null. */
  | { readonly kind: "page/start" }
  /** features → service worker: the page has something for this part; it follows by executeScript. Answered with true. */
  | { readonly kind: "page/part"; readonly part: PagePart }
  /** features → service worker: the site data no longer fits a page (`found`: its words still did). */
  | { readonly kind: "page/drift"; readonly page: string; readonly anchor: string; readonly found: boolean }
  /** features → service worker: a frame with this nonce is put into this document. Answered with true when that is noted. */
  | { readonly kind: "frame/open"; readonly panel: PanelId; readonly line: string; readonly nonce: string }
  /** frame → service worker: answered with FrameStart, once, and null for anybody else. */
  | { readonly kind: "frame/redeem"; readonly nonce: string }
  /** frame → service worker → features: the person closed the panel, or follows a link. */
  | { readonly kind: "frame/close" }
  | { readonly kind: "frame/go"; readonly url: string }
  /** features → service worker: this panel can't be shown in this page; the person wants its place in the home page. */
  | { readonly kind: "page/home"; readonly panel: PanelId }
  /** service worker → features, on behalf of a frame. */
  | { readonly kind: "page/close" }
  | { readonly kind: "page/go"; readonly url: string }
  /** service worker → features: open the panel (keyboard shortcut, toolbar). */
  | { readonly kind: "page/toggle"; readonly panel: PanelId }
  /** features → service worker: "send" was pressed; was it, lately, in this tab? (answered with Sending or null); it is settled. */
  | ({ readonly kind: "form/sending" } & Sending)
  | { readonly kind: "form/pending" }
  | { readonly kind: "form/settled" }
  /** features → service worker: a service is being started here; was one, in this tab? (answered with { sheet, at } or null, once). */
  | { readonly kind: "service/started"; readonly sheet: ServiceSheet }
  | { readonly kind: "service/pending" }
  /** features, frame → service worker: the favourites of this person. Answered with ServiceLink[]. */
  | { readonly kind: "favourites/list" }
  /** features → service worker: a star was clicked. Answered with whether it is a favourite now; in words, why it is not: the menu says more. */
  | { readonly kind: "favourites/toggle"; readonly service: ServiceLink }
  /** features → service worker: a form to sign in with was sent; the page asks to sign in, of nobody it knows; it knows somebody. */
  | { readonly kind: "access/sent"; readonly way: FormWay }
  | { readonly kind: "access/asked" }
  | { readonly kind: "access/in" }
  /** features → service worker: what the page lists, for the menu's search on other pages. Answered with true. */
  | { readonly kind: "favourites/seen"; readonly services: readonly ServiceLink[] }
  /** service worker → features: the favourites changed, somewhere. */
  | { readonly kind: "favourites/changed" };
