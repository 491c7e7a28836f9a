// Replies as they travel between our own contexts: checked again at each receiver.
import { isFields } from "../codec/fields.ts";
import type { SignatureAlgorithm, WebEidErrorCode, WebEidFailure, WebEidReply } from "./protocol.ts";
import { webEidActions, webEidErrorCodes } from "./protocol.ts";
import { signedHashFunctions } from "./signing.ts";

export type Outcome = WebEidReply | WebEidFailure;

/** @returns the outcome with its known fields only, or null when `value` is none. */
export function parseOutcome(value: unknown): Outcome | null {
  if (!isFields(value)) return null;
  const fields = value;
  const action = fields["action"];
  if (action === "web-eid:authenticate-success") {
    const { unverifiedCertificate, algorithm, signature, format, appVersion } = fields;
    if (!isText(unverifiedCertificate) || !isText(algorithm) || !isText(signature) || !isText(appVersion)) return null;
    return format === "web-eid:1.0" ? { action, unverifiedCertificate, algorithm, signature, format, appVersion } : null;
  }
  if (action === "web-eid:get-signing-certificate-success") {
    const { certificate, supportedSignatureAlgorithms: algorithms } = fields;
    if (!isText(certificate) || !Array.isArray(algorithms)) return null;
    const parsed = algorithms.flatMap((one) => parseAlgorithm(one) ?? []);
    return parsed.length === algorithms.length ? { action, certificate, supportedSignatureAlgorithms: parsed } : null;
  }
  if (action === "web-eid:sign-success") {
    const { signature } = fields;
    const signatureAlgorithm = parseAlgorithm(fields["signatureAlgorithm"]);
    return isText(signature) && signatureAlgorithm ? { action, signature, signatureAlgorithm } : null;
  }
  if (action === "web-eid:status-success") {
    const { library, extension, nativeApp } = fields;
    return isText(library) && isText(extension) && isText(nativeApp) ? { action, library, extension, nativeApp } : null;
  }
  const failed = webEidActions.find((name) => action === `web-eid:${name}-failure`);
  return failed === undefined ? null : parseFailure(`web-eid:${failed}-failure`, fields["error"]);
}

function parseAlgorithm(value: unknown): SignatureAlgorithm | null {
  if (!isFields(value)) return null;
  const cryptoAlgorithm = (["ECC", "RSA"] as const).find((one) => one === value["cryptoAlgorithm"]);
  const hashFunction = signedHashFunctions.find((one) => one === value["hashFunction"]);
  const paddingScheme = (["NONE", "PKCS1.5", "PSS"] as const).find((one) => one === value["paddingScheme"]);
  return cryptoAlgorithm && hashFunction && paddingScheme ? { cryptoAlgorithm, hashFunction, paddingScheme } : null;
}

function parseFailure(action: WebEidFailure["action"], error: unknown): WebEidFailure | null {
  if (!isFields(error)) return null;
  const { code, message, extension, nativeApp, requiresUpdate } = error;
  if (!isErrorCode(code) || !isText(message)) return null;
  const versions = isText(extension) && isText(nativeApp) && isUpdate(requiresUpdate);
  return { action, error: { code, message, ...(versions ? { extension, nativeApp, requiresUpdate } : {}) } };
}

function isErrorCode(value: unknown): value is WebEidErrorCode {
  return webEidErrorCodes.some((code) => code === value);
}

function isUpdate(value: unknown): value is { readonly extension: boolean; readonly nativeApp: boolean } {
  return isFields(value) && typeof value["extension"] === "boolean" && typeof value["nativeApp"] === "boolean";
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
