// The description behind a `geoeid-unitool:` link (the integration guide of id.ge, page 16974078). Two kinds of work: a PDF to
// be fetched, signed and sent back, or a hash to be signed. What is not understood is refused, never guessed.
import { fromHex } from "../card/bytes.ts";
import { type Fields, isFields } from "../codec/fields.ts";
import { type Checked, checkAddress, type UnitoolProblem } from "./link.ts";

export interface UnitoolInit {
  readonly work:
    | {
        readonly kind: "document";
        /** Where it is fetched; null: it came with the description. */
        readonly from: URL | null;
        readonly bytes: Uint8Array<ArrayBuffer> | null;
        /** SHA-256 that it must have; null: not said. */
        readonly sha256: string | null;
      }
    | { readonly kind: "hash"; readonly digest: Uint8Array<ArrayBuffer> };
  readonly submit: URL;
  /** The site's own words; "" where it has none. */
  readonly description: string;
  /** B-T: a time stamp is wanted. */
  readonly timestamp: boolean;
}

/** Bytes of a description, and of a document. */
export const longestInit = 64 * 1024;
export const longestDocument = 64 * 1024 * 1024;
const longestDescription = 2_000;
const digestLength = 64;

/** @param pageOrigin of the document with the link: see [Note: one site] */
export function parseInit(text: string, pageOrigin: string): Checked<UnitoolInit> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = null;
  }
  if (!isFields(json) || Array.isArray(json)) return wrong({ code: "init_json" });
  const field = badField(json);
  if (field) return wrong({ code: "field", what: field });
  const submit = address(json, "submitUrl", pageOrigin);
  if (!submit.ok) return submit;
  const { dataType, description, signatureProfile } = json;
  const work = dataType === "document" ? documentWork(json, pageOrigin) : hashWork(json);
  if (!work.ok) return work;
  return { ok: true, value: { work: work.value, submit: submit.value, description: typeof description === "string" ? description.trim() : "", timestamp: signatureProfile === "BT" } };
}

/** Fields with a fixed set of values; those that may be missing are the program's own defaults. */
function badField(json: Fields): string | null {
  const { dataType, signAlg, description, docType, language, keyId, signatureProfile, padesUsage } = json;
  const absent = (value: unknown): boolean => value === undefined || value === null || value === "";
  if (dataType !== "document" && dataType !== "hash") return "dataType";
  if (!absent(signAlg) && (typeof signAlg !== "string" || signAlg.toLowerCase() !== "sha256withrsa")) return "signAlg";
  if (!absent(description) && (typeof description !== "string" || description.length > longestDescription)) return "description";
  if (!absent(docType) && docType !== "PDF") return "docType";
  if (!absent(language) && language !== "ka" && language !== "en") return "language";
  // The key for logging in signs nothing but logins.
  if (!absent(keyId) && keyId !== "sign") return "keyId";
  if (!absent(signatureProfile) && signatureProfile !== "B" && signatureProfile !== "BT") return "signatureProfile";
  // A document is signed inside (PAdES): what a signature beside it would look like is not said anywhere.
  if (dataType === "document" && !absent(padesUsage) && padesUsage !== true) return "padesUsage";
  return null;
}

function documentWork(json: Fields, pageOrigin: string): Checked<UnitoolInit["work"]> {
  const { dataHex, dataUrl, hash } = json;
  const sha256 = hash === undefined || hash === null || hash === "" ? null : hexDigest(hash);
  if (sha256 === null && typeof hash === "string" && hash !== "") return wrong({ code: "field", what: "hash" });
  if (typeof dataHex === "string" && dataHex !== "") {
    const bytes = hexBytes(dataHex);
    return bytes ? { ok: true, value: { kind: "document", from: null, bytes, sha256 } } : wrong({ code: "field", what: "dataHex" });
  }
  if (typeof dataUrl !== "string") return wrong({ code: "field", what: "dataUrl" });
  const from = address(json, "dataUrl", pageOrigin);
  return from.ok ? { ok: true, value: { kind: "document", from: from.value, bytes: null, sha256 } } : from;
}

/** The hash stands in `hash`, or in `dataHex`; in both only when they say the same. */
function hashWork({ dataHex, hash }: Fields): Checked<UnitoolInit["work"]> {
  const given = [hash, dataHex].filter((one) => one !== undefined && one !== null && one !== "");
  const digests = given.map(hexDigest);
  const [first] = digests;
  if (!first || digests.some((one) => one !== first)) return wrong({ code: "field", what: hash ? "hash" : "dataHex" });
  return { ok: true, value: { kind: "hash", digest: fromHex(first) } };
}

function address(json: Fields, name: string, pageOrigin: string): Checked<URL> {
  const value = json[name];
  if (typeof value !== "string") return wrong({ code: "field", what: name });
  const checked = checkAddress(value, pageOrigin);
  return !checked.ok && checked.problem.code === "field" ? wrong({ code: "field", what: name }) : checked;
}

function hexDigest(value: unknown): string | null {
  return typeof value === "string" && value.length === digestLength && /^[0-9a-f]+$/i.test(value) ? value.toLowerCase() : null;
}

function hexBytes(text: string): Uint8Array<ArrayBuffer> | null {
  return text.length % 2 === 0 && /^[0-9a-f]+$/i.test(text) ? fromHex(text) : null;
}

function wrong(problem: UnitoolProblem): { readonly ok: false; readonly problem: UnitoolProblem } {
  return { ok: false, problem };
}
