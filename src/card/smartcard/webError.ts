// What the Web Smart Card API throws, as PC/SC codes (§ "SmartCardError", "corresponding exception").
import { PcscError, type PcscCode } from "../pcsc/pcscError.ts";
import { webResponseCodes } from "./webSmartCard.ts";

const byName: Readonly<Record<string, PcscCode>> = {
  // SCARD_E_INVALID_HANDLE and SCARD_E_SERVICE_STOPPED, and a call on what was disconnected.
  InvalidStateError: "invalid-handle",
  // SCARD_P_SHUTDOWN.
  AbortError: "shutdown",
  // The app lacks the permissions policy, or the person said no.
  SecurityError: "no-access",
  NotAllowedError: "no-access",
};

export function pcscErrorOf(error: unknown): PcscError {
  if (error instanceof PcscError) return error;
  const { responseCode, name } = error instanceof Error ? (error as Error & { readonly responseCode?: unknown }) : { responseCode: null, name: "" };
  const code = webResponseCodes.find((one) => one === responseCode);
  if (code) return new PcscError(code);
  if (error instanceof TypeError) return new PcscError("invalid-parameter");
  return new PcscError(byName[name] ?? "unknown-error", name || "no error at all");
}

/** Runs `act`; what it throws becomes a PcscError. */
export async function asPcsc<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw pcscErrorOf(error);
  }
}
