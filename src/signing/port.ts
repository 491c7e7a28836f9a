// The one way out to the network, given from outside: signing/ itself can reach nothing.
import { SigningError } from "./error.ts";
import type { Bytes } from "./signer.ts";

export interface WebRequest {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly contentType: string | null;
  readonly body: Bytes | null;
  readonly signal: AbortSignal | null;
}

export interface WebAnswer {
  readonly status: number;
  readonly body: Bytes;
}

/**
 * Fetches as the person allowed it.
 * @throws SigningError NETWORK_NOT_ALLOWED: the address's host has no permission; NETWORK_FAILED
 */
export type WebPort = (request: WebRequest) => Promise<WebAnswer>;

/** The network is off: what signing and verifying use until the person allows more. */
export const noNetwork: WebPort = () => Promise.reject(new SigningError("NETWORK_NOT_ALLOWED", "the network is not used"));

/** The body of an answer that says 200. @throws SigningError NETWORK_NOT_ALLOWED, NETWORK_FAILED, CANCELLED */
export async function fetchBytes(web: WebPort, request: WebRequest): Promise<Bytes> {
  const { status, body } = await web(request).catch((error: unknown) => {
    if (error instanceof SigningError) throw error;
    throw new SigningError(request.signal?.aborted ? "CANCELLED" : "NETWORK_FAILED", "no answer", error);
  });
  if (status !== 200) throw new SigningError("NETWORK_FAILED", `the server answered ${status}`);
  return body;
}
