import { isFields } from "../../codec/fields.ts";

export interface Pairing {
  readonly appId: string;
  readonly extensionId: string;
  /** 128 random bits of each side, in hexadecimal: neither side alone decides what the code will be. */
  readonly appNonce: string;
  readonly extensionNonce: string;
}

/**
 * The code that the person compares in both windows, because the id of an app in developer mode is random and tells
 * nobody anything: six digits in two groups.
 */
export async function pairingCode({ appId, extensionId, appNonce, extensionNonce }: Pairing): Promise<string> {
  const text = ["moqalaqe-bridge pairing", appId, extensionId, appNonce, extensionNonce].join("\n");
  const digest = new DataView(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  const digits = String(Number(digest.getBigUint64(0) % 1_000_000n)).padStart(6, "0");
  return `${digits.slice(0, 3)} ${digits.slice(3)}`;
}

/** The id in an isolated app's origin, base32 in lower case; null for every other origin. */
export function isolatedAppId(origin: unknown): string | null {
  return (typeof origin === "string" && /^isolated-app:\/\/([a-z2-7]{56,58})$/.exec(origin)?.[1]) || null;
}

/** A pairing that waits for the person, as the service worker keeps it for the home page. */
export function isPairing(value: unknown): value is Pairing {
  if (!isFields(value)) return false;
  return ["appId", "extensionId", "appNonce", "extensionNonce"].every((name) => typeof value[name] === "string");
}
