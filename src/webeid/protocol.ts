// The Web eID page protocol, as the public web-eid library 2.x speaks it: window.postMessage, `web-eid:<action>` with
// the suffixes -ack, -success and -failure. No request id exists: one request per action and frame at a time.

export const webEidActions = ["status", "authenticate", "get-signing-certificate", "sign"] as const;
export type WebEidAction = (typeof webEidActions)[number];

/** The codes a page may see (web-eid library, ErrorCode). PIN and card states never reach the page. */
export const webEidErrorCodes = [
  "ERR_WEBEID_USER_TIMEOUT",
  "ERR_WEBEID_USER_CANCELLED",
  "ERR_WEBEID_VERSION_MISMATCH",
  "ERR_WEBEID_VERSION_INVALID",
  "ERR_WEBEID_NATIVE_UNAVAILABLE",
  "ERR_WEBEID_NATIVE_INVALID_ARGUMENT",
  "ERR_WEBEID_NATIVE_FATAL",
  "ERR_WEBEID_ACTION_PENDING",
  "ERR_WEBEID_MISSING_PARAMETER",
  "ERR_WEBEID_CONTEXT_INSECURE",
  "ERR_WEBEID_UNKNOWN_ERROR",
] as const;
export type WebEidErrorCode = (typeof webEidErrorCodes)[number];

export interface WebEidFailure {
  readonly action: `web-eid:${WebEidAction}-failure`;
  readonly error: {
    readonly code: WebEidErrorCode;
    readonly message: string;
    /** With VERSION_MISMATCH only: who is too old. */
    readonly extension?: string;
    readonly nativeApp?: string;
    readonly requiresUpdate?: { readonly extension: boolean; readonly nativeApp: boolean };
  };
}

export interface StatusReply {
  readonly action: "web-eid:status-success";
  readonly library: string;
  readonly extension: string;
  readonly nativeApp: string;
}

/** Token format web-eid:1.0; every value standard base64 with padding. */
export interface AuthenticateReply {
  readonly action: "web-eid:authenticate-success";
  readonly unverifiedCertificate: string;
  readonly algorithm: string;
  readonly signature: string;
  readonly format: "web-eid:1.0";
  readonly appVersion: string;
}

export interface SignatureAlgorithm {
  readonly cryptoAlgorithm: "ECC" | "RSA";
  readonly hashFunction: "SHA-256" | "SHA-384" | "SHA-512";
  readonly paddingScheme: "NONE" | "PKCS1.5" | "PSS";
}

export interface SigningCertificateReply {
  readonly action: "web-eid:get-signing-certificate-success";
  /** Base64 DER. */
  readonly certificate: string;
  readonly supportedSignatureAlgorithms: readonly SignatureAlgorithm[];
}

export interface SignReply {
  readonly action: "web-eid:sign-success";
  /** Base64; RSA: the block; ECDSA: r ‖ s. */
  readonly signature: string;
  readonly signatureAlgorithm: SignatureAlgorithm;
}

export type WebEidReply = StatusReply | AuthenticateReply | SigningCertificateReply | SignReply;
