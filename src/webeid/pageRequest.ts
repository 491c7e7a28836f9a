// A page's request, as it came through window.postMessage: trusted for nothing.
import { fromBase64 } from "../codec/base64.ts";
import { failure } from "./failure.ts";
import { type Fields, isFields } from "../codec/fields.ts";
import type { WebEidAction, WebEidErrorCode, WebEidFailure } from "./protocol.ts";
import { webEidActions } from "./protocol.ts";
import { interactionTimeout } from "./timeout.ts";
import { majorOf } from "./version.ts";

/** The hash functions of the Web eID library, with their digest lengths in bytes (FIPS 180-4, FIPS 202). */
export const hashLengths = {
  "SHA-224": 28,
  "SHA-256": 32,
  "SHA-384": 48,
  "SHA-512": 64,
  "SHA3-224": 28,
  "SHA3-256": 32,
  "SHA3-384": 48,
  "SHA3-512": 64,
} as const;
export type HashFunction = keyof typeof hashLengths;

interface Interactive {
  readonly libraryVersion: string;
  /** The catalogue to use, when the page named one we have. */
  readonly language: "ka" | "en" | null;
  /** How long the page waits for the person, in milliseconds. */
  readonly timeout: number;
}

export type PageRequest =
  | { readonly action: "status"; readonly libraryVersion: string }
  | ({ readonly action: "authenticate"; readonly challengeNonce: string } & Interactive)
  | ({ readonly action: "get-signing-certificate" } & Interactive)
  | ({
      readonly action: "sign";
      /** Base64 DER, and base64 of a digest as long as its function says. */
      readonly certificate: string;
      readonly hash: string;
      readonly hashFunction: HashFunction;
    } & Interactive);

class Refusal {
  readonly code: WebEidErrorCode;
  readonly message: string;
  constructor(code: WebEidErrorCode, message: string) {
    this.code = code;
    this.message = message;
  }
}

/** The action a message asks for; null when it is not a request of this protocol (replies of its own included). */
export function actionOf(data: unknown): WebEidAction | null {
  const name = isFields(data) ? data["action"] : null;
  return webEidActions.find((action) => name === `web-eid:${action}`) ?? null;
}

/** @returns the request; what to answer when it is malformed; null when it is not a request of this protocol at all. */
export function parsePageRequest(data: unknown): PageRequest | { readonly failure: WebEidFailure } | null {
  const action = actionOf(data);
  if (action === null || !isFields(data)) return null;
  const request = read(action, data);
  return request instanceof Refusal ? { failure: failure(action, request.code, request.message) } : request;
}

function read(action: WebEidAction, data: Fields): PageRequest | Refusal {
  const libraryVersion = data["libraryVersion"];
  if (typeof libraryVersion !== "string" || majorOf(libraryVersion) === null) {
    return new Refusal("ERR_WEBEID_VERSION_INVALID", "libraryVersion is not a semantic version");
  }
  if (action === "status") return { action, libraryVersion };
  const options = readOptions(data["options"]);
  if (options instanceof Refusal) return options;
  const interactive: Interactive = { libraryVersion, ...options };
  if (action === "get-signing-certificate") return { action, ...interactive };
  if (action === "sign") return readSign(data, interactive);
  const challengeNonce = data["challengeNonce"];
  if (missing(challengeNonce)) return new Refusal("ERR_WEBEID_MISSING_PARAMETER", "challengeNonce is missing");
  // Characters are UTF-16 code units, as the Web eID app counts them. A lone surrogate has no UTF-8 form to be signed.
  if (typeof challengeNonce !== "string" || challengeNonce.length < 44 || challengeNonce.length > 128) {
    return invalid("challengeNonce must have 44 to 128 characters");
  }
  if (/\p{Surrogate}/u.test(challengeNonce)) return invalid("challengeNonce is not well-formed text");
  return { action, challengeNonce, ...interactive };
}

function readSign(data: Fields, interactive: Interactive): PageRequest | Refusal {
  const { certificate, hash, hashFunction } = data;
  for (const [name, value] of Object.entries({ certificate, hash, hashFunction })) {
    if (missing(value)) return new Refusal("ERR_WEBEID_MISSING_PARAMETER", `${name} is missing`);
  }
  if (typeof certificate !== "string" || certificate.length > 16_384 || fromBase64(certificate) === null) {
    return invalid("certificate must be base64");
  }
  if (!isHashFunction(hashFunction)) return invalid("hashFunction is not one of the protocol");
  const length = hashLengths[hashFunction];
  if (typeof hash !== "string" || hash.length > 128 || fromBase64(hash)?.length !== length) {
    return invalid(`hash must be base64 of ${length} bytes`);
  }
  return { action: "sign", certificate, hash, hashFunction, ...interactive };
}

function readOptions(options: unknown): Pick<Interactive, "language" | "timeout"> | Refusal {
  // The library sends the key with the value undefined when its caller gave no options.
  if (missing(options)) return { language: null, timeout: interactionTimeout(undefined) };
  if (!isFields(options)) return invalid("options must be an object");
  const { lang, userInteractionTimeout } = options;
  if (!missing(lang) && (typeof lang !== "string" || !/^[a-z]{2}(-[a-z0-9]{1,8}){0,3}$/i.test(lang))) {
    return invalid("options.lang must be a language code");
  }
  if (!missing(userInteractionTimeout) && !isDuration(userInteractionTimeout)) {
    return invalid("options.userInteractionTimeout must be a positive number of milliseconds");
  }
  const primary = typeof lang === "string" ? lang.slice(0, 2).toLowerCase() : null;
  return {
    // A language we have no texts in is no error: the person's own choice decides.
    language: primary === "ka" || primary === "en" ? primary : null,
    timeout: interactionTimeout(userInteractionTimeout),
  };
}

function isHashFunction(value: unknown): value is HashFunction {
  return typeof value === "string" && Object.hasOwn(hashLengths, value);
}

function isDuration(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value > 0;
}

function missing(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

function invalid(message: string): Refusal {
  return new Refusal("ERR_WEBEID_NATIVE_INVALID_ARGUMENT", message);
}
