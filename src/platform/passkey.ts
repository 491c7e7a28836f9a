// Passkeys with the PRF extension (WebAuthn Level 3 §10.1.4): 32 bytes that only this authenticator yields for an input.
// The relying party is the extension's own origin: its id is fixed by the key in the manifest.
import type { Bytes } from "../card/bytes.ts";
import { toBase64 } from "../codec/base64.ts";

interface PrfResults {
  readonly prf?: { readonly enabled?: boolean; readonly results?: { readonly first?: ArrayBuffer | Uint8Array } };
}

const timeoutMs = 120_000;

function outputOf(credential: PublicKeyCredential): Bytes | null {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the extension's own result, looked at field by field
  const first = (credential.getClientExtensionResults() as PrfResults).prf?.results?.first;
  if (!first) return null;
  const bytes = first instanceof Uint8Array ? first : new Uint8Array(first);
  const out = new Uint8Array(new ArrayBuffer(bytes.length));
  out.set(bytes);
  bytes.fill(0);
  return out;
}

const prfInput = (challenge: Bytes): AuthenticationExtensionsClientInputs => ({ prf: { eval: { first: challenge } } });

/** A passkey that would do, and what its PRF is asked for. */
export interface AskedPasskey {
  readonly credentialId: Bytes;
  readonly challenge: Bytes;
}

const sameBytes = (a: Bytes, b: Bytes): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

/**
 * Asks once for any of several: the browser offers those that are at hand, in this computer, a key or a telephone.
 * @returns which of them was used, and its PRF's 32 bytes for its own challenge
 * @throws DOMException when the person declines
 */
export async function passkeySecret(asked: readonly AskedPasskey[]): Promise<{ readonly at: number; readonly prf: Bytes }> {
  const [only, ...others] = asked;
  // Each has an input of its own; "eval" would be the same for all.
  const evalByCredential = Object.fromEntries(asked.map(({ credentialId, challenge }) => [base64Url(credentialId), { first: challenge }]));
  const credential = await navigator.credentials.get({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      allowCredentials: asked.map(({ credentialId }) => ({ type: "public-key", id: credentialId })),
      userVerification: "required",
      timeout: timeoutMs,
      extensions: only && others.length === 0 ? prfInput(only.challenge) : { prf: { evalByCredential } },
    },
  });
  const used = credential instanceof PublicKeyCredential ? new Uint8Array(credential.rawId) : null;
  const at = asked.findIndex(({ credentialId }) => used !== null && sameBytes(credentialId, used));
  const prf = credential instanceof PublicKeyCredential && at >= 0 ? outputOf(credential) : null;
  if (!prf) throw new DOMException("the authenticator gave no PRF output", "NotSupportedError");
  return { at, prf };
}

/** RFC 4648 §5, without padding, as WebAuthn names credentials. */
const base64Url = (bytes: Bytes): string => toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** A new passkey, its PRF output, and whether it lies in a key or a telephone beside this computer. @throws DOMException NotSupportedError when the authenticator has no PRF */
export async function makePasskey(challenge: Bytes, name: string): Promise<{ readonly credentialId: Bytes; readonly prf: Bytes; readonly elsewhere: boolean }> {
  const credential = await navigator.credentials.create({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      rp: { name },
      // A random handle: the authenticator need not know whose vault it is.
      user: { id: crypto.getRandomValues(new Uint8Array(16)), name, displayName: name },
      // The public key is not used; these are what every authenticator has.
      pubKeyCredParams: [
        { type: "public-key", alg: -7 },
        { type: "public-key", alg: -257 },
      ],
      authenticatorSelection: { userVerification: "required", residentKey: "preferred" },
      timeout: timeoutMs,
      extensions: prfInput(challenge),
    },
  });
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException("no passkey was made", "NotAllowedError");
  const credentialId = new Uint8Array(credential.rawId);
  // Some authenticators yield the output only when they are asked again.
  const prf = outputOf(credential) ?? (await passkeySecret([{ credentialId, challenge }])).prf;
  return { credentialId, prf, elsewhere: credential.authenticatorAttachment === "cross-platform" };
}
