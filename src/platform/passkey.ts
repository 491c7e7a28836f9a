// Passkeys with the PRF extension (WebAuthn Level 3 §10.1.4): 32 bytes that only this authenticator yields for an input.
// The relying party is the extension's own origin: its id is fixed by the key in the manifest.
import type { Bytes } from "../card/bytes.ts";

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

/** @returns the PRF's 32 bytes for `challenge`. @throws DOMException when the person declines */
export async function passkeySecret(credentialId: Bytes, challenge: Bytes): Promise<Bytes> {
  const credential = await navigator.credentials.get({
    publicKey: { challenge: crypto.getRandomValues(new Uint8Array(32)), allowCredentials: [{ type: "public-key", id: credentialId }], userVerification: "required", timeout: timeoutMs, extensions: prfInput(challenge) },
  });
  const output = credential instanceof PublicKeyCredential ? outputOf(credential) : null;
  if (!output) throw new DOMException("the authenticator gave no PRF output", "NotSupportedError");
  return output;
}

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
  const prf = outputOf(credential) ?? (await passkeySecret(credentialId, challenge));
  return { credentialId, prf, elsewhere: credential.authenticatorAttachment === "cross-platform" };
}
