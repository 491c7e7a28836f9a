// [Note: runtime messages] Small commands between contexts, one discriminated union, checked at the receiver
// (`parseMessage`), with the sender's origin, tab and document taken from the browser's MessageSender, never from the
// message. No PIN, key or document ever travels here.
import type { PageMessage } from "./pageMessages.ts";
import type { HashFunction } from "../webeid/pageRequest.ts";
import type { Outcome } from "../webeid/reply.ts";

/** What a prompt window can be asked for: a closed union, so that whoever adds to it is led to every place that decides. */
export type Asks =
  | { readonly action: "authenticate"; readonly challengeNonce: string }
  | { readonly action: "get-signing-certificate" }
  /** Base64: the certificate's DER that the page was given before, and the digest. */
  | { readonly action: "sign"; readonly certificate: string; readonly hash: string; readonly hashFunction: HashFunction }
  | SigningAsks;

/** What a person began by a click in a page, and the page itself hears nothing of. See src/forms/signLine.ts, src/unitool. */
export type SigningAsks =
  /** The form of that very document: the prompt reads it there. `ticket`: how its content script knows it again. */
  | { readonly action: "sign-form"; readonly tabId: number; readonly documentId: string; readonly ticket: string }
  /** A `geoeid-unitool:` link, as the page has it: not checked yet. */
  | { readonly action: "unitool"; readonly link: string };

/** Whether a request is a page's own by the Web eID protocol, whose answer the page waits for. */
export function isPageAsks(asks: Asks): asks is Exclude<Asks, SigningAsks> {
  return asks.action !== "sign-form" && asks.action !== "unitool";
}

/** What a page asked for, as the prompt window shows it. Kept in storage.session until answered. */
export interface PromptRequest {
  /** Random, 128 bits, hexadecimal; the prompt window's URL fragment carries it. */
  readonly requestId: string;
  readonly asks: Asks;
  /** `https://host[:port]` of the frame that asked, from the browser. */
  readonly origin: string;
  /** The origin of the tab's top document, when a frame of another origin asked; else null. */
  readonly topOrigin: string | null;
  /** Language the page asked for; the person's own choice wins over it. */
  readonly language: "ka" | "en" | null;
  /** Milliseconds since the epoch: after this the page no longer waits. */
  readonly deadline: number;
}

export type Message =
  /** content script → service worker: a page's Web eID request, not yet trusted. Answered with RequestReply. */
  | {
      readonly kind: "webeid/request";
      /** Random, made by the content script, unknown to the page: names this request when it is sent again. */
      readonly ticket: string;
      readonly data: unknown;
    }
  /** content script → service worker: the page no longer waits (time is up, or the document goes away). */
  | { readonly kind: "webeid/withdraw"; readonly ticket: string }
  /** prompt window → service worker: which request is mine? Answered with PromptRequest or null. */
  | { readonly kind: "prompt/claim"; readonly requestId: string }
  /** prompt window → service worker: the outcome, to be passed to the document that asked. Answered with true or false. */
  | { readonly kind: "prompt/answer"; readonly requestId: string; readonly outcome: Outcome }
  /** prompt window → service worker: what was to be signed is signed and where it belongs. */
  | { readonly kind: "prompt/finished"; readonly requestId: string }
  /** content script → service worker: the person clicked. `link` null: the form of this document. Answered with SignReply. */
  | { readonly kind: "sign/request"; readonly ticket: string; readonly link: string | null }
  /** service worker → content script (to one document): the window for this is gone. */
  | { readonly kind: "sign/ended"; readonly ticket: string; readonly finished: boolean }
  /** service worker → the link's document: why a click on it opened no window (linkNotice.iife.ts). Texts of the catalogues. */
  | { readonly kind: "link/unanswered"; readonly text: string; readonly close: string }
  /** popup → service worker: the form of the page in front is to be signed. Answered with SignHere. */
  | { readonly kind: "sign/here" }
  /** service worker → content script: begin with the form of this page. Answered with whether there is one. */
  | { readonly kind: "sign/begin" }
  /** home page → service worker: the person compared the code of this very app. Answered with true or false. */
  | { readonly kind: "bridge/pair"; readonly appId: string; readonly appNonce: string }
  /** home page → service worker: no app that was paired by hand may serve any more. */
  | { readonly kind: "bridge/forget" }
  /** offscreen document → service worker: the vault was opened, or locked. */
  | { readonly kind: "vault/turned" }
  /** service worker → content script (tabs.sendMessage, to one document): the answer to post into the page. */
  | { readonly kind: "webeid/answer"; readonly ticket: string; readonly outcome: Outcome }
  /** service worker → content script: does your document still wait? Answered with true; a gone document is silent. */
  | { readonly kind: "webeid/waiting"; readonly ticket: string }
  | PageMessage;

/** busy: other windows are open. declined: the person has just said no, several times. failed: no window came. */
export type SignReply = "waiting" | "busy" | "declined" | "failed" | "not-allowed";
export type SignHere = "begun" | "no-form" | "not-allowed";

/** What the service worker says to `webeid/request`: the answer, or that a `webeid/answer` will follow. */
export type RequestReply = { readonly outcome: Outcome } | { readonly waiting: true };
