// An application as the vault keeps it: a draft, and what became of it. Records of the collection "drafts".
import { isFields } from "../codec/fields.ts";
import type { Json } from "../vault/api.ts";
import { type FieldValue, type FormIdentity, parseFields, parseIdentity } from "./snapshot.ts";

/** A file that belongs to an application; its bytes are a document of the vault. */
export interface Attachment {
  /** The field it stands in (`key` of FieldValue). */
  readonly key: string;
  readonly name: string;
  readonly size: number;
  /** Also in the document's `extra.attachment`: it is found by this where the document's id was not known yet. */
  readonly attachmentId: string;
  readonly sha256: string;
  readonly signed: boolean;
}

export interface Application {
  readonly type: "application";
  /** sending: the person pressed "send"; whether it arrived is what a Receipt says. */
  readonly state: "draft" | "sending";
  readonly identity: FormIdentity;
  readonly fields: readonly FieldValue[];
  readonly attachments: readonly Attachment[];
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly changedAt: number;
  /** SHA-256 of `contentOf`, hexadecimal, once it is being sent. */
  readonly sha256: string | null;
  readonly from: Origin | null;
  readonly begun?: Begun;
}

/** The application that this one continues or corrects. */
export interface Origin {
  readonly applicationId: string;
  /** When the vault was locked over a draft, its continuation was kept under a new name: it takes the place of this version. */
  readonly replaces: string | null;
}

/** Of an application that was begun while the vault was locked, so that nobody knew whether it goes on with one that is in it. See: [Note: a form that comes back]. */
export interface Begun {
  /** What was in the form then. */
  readonly fields: readonly FieldValue[];
  /** What the page was writing besides. */
  readonly apart: readonly string[];
}

/** The portal's word that an application arrived. Kept apart, because it may come while the vault is locked. */
export interface Receipt {
  readonly type: "receipt";
  readonly applicationId: string;
  readonly number: string | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly url: string;
  readonly title: string;
}

export interface Sent {
  readonly applicationId: string;
  readonly application: Application;
  /** null: the page with the confirmation was not seen. */
  readonly receipt: Receipt | null;
}

/** What the hash of a sent application is made over: UTF-8 of this text. Field order is the page's. */
export function contentOf({ identity, fields, attachments }: Pick<Application, "identity" | "fields" | "attachments">): string {
  return JSON.stringify({
    url: identity.url,
    fields: fields.map(({ key, nth, kind, label, values }) => [key, nth, kind, label, ...values]),
    attachments: attachments.map(({ key, name, size, sha256 }) => [key, name, size, sha256]),
  });
}

/** A new draft with the content of what was sent, to be corrected and sent again: what was sent stays as it was. @param now milliseconds since the epoch */
export function correctionOf({ applicationId, application }: Sent, now: number): Application {
  const { begun: _, ...content } = application;
  return { ...content, state: "draft", sha256: null, createdAt: now, changedAt: now, from: { applicationId, replaces: null } };
}

export function toJson(value: Application | Receipt): Json {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- plain data by its type
  return value as unknown as Json;
}

/** A record of "drafts" as it was kept; null when it is of another kind. */
export function parseApplication(value: unknown): Application | Receipt | null {
  if (!isFields(value)) return null;
  if (value["type"] === "receipt") return parseReceipt(value);
  const identity = parseIdentity(value["identity"]);
  const fields = parseFields(value["fields"]);
  const { type, state, attachments, createdAt, changedAt, sha256, from } = value;
  const begun = parseBegun(value["begun"]);
  if (type !== "application" || !identity || !fields || (state !== "draft" && state !== "sending") || typeof createdAt !== "number" || typeof changedAt !== "number") return null;
  return {
    type, state, identity, fields, createdAt, changedAt,
    attachments: Array.isArray(attachments) ? attachments.map(parseAttachment).filter((one) => one !== null) : [],
    sha256: typeof sha256 === "string" ? sha256 : null,
    from: isFields(from) && typeof from["applicationId"] === "string" ? { applicationId: from["applicationId"], replaces: typeof from["replaces"] === "string" ? from["replaces"] : null } : null,
    ...(begun ? { begun } : {}),
  };
}

function parseBegun(value: unknown): Begun | null {
  const fields = isFields(value) ? parseFields(value["fields"]) : null;
  if (!fields || !isFields(value)) return null;
  const { apart } = value;
  return { fields, apart: Array.isArray(apart) ? apart.filter((one) => typeof one === "string") : [] };
}

function parseReceipt({ applicationId, number, at, url, title }: Readonly<Record<string, unknown>>): Receipt | null {
  if (typeof applicationId !== "string" || typeof at !== "number" || typeof url !== "string" || typeof title !== "string") return null;
  return { type: "receipt", applicationId, number: typeof number === "string" ? number : null, at, url, title };
}

function parseAttachment(value: unknown): Attachment | null {
  if (!isFields(value)) return null;
  const { key, name, size, attachmentId, sha256, signed } = value;
  if (typeof key !== "string" || typeof name !== "string" || typeof size !== "number" || typeof attachmentId !== "string" || typeof sha256 !== "string") return null;
  return { key, name, size, attachmentId, sha256, signed: signed === true };
}
