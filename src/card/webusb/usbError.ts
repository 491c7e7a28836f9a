// What Chromium's WebUSB means by its exceptions (measured; the texts are not part of any standard, the names are).
import { CardError } from "../error.ts";

/** Which call failed: the same DOMException name means different things in different calls. */
export type UsbStep = "open" | "claim" | "transfer";

/**
 * A WebUSB rejection as a CardError. A CardError passes through.
 * WebUSB §"Protected interface classes": claiming one gives SecurityError; open() refused by the system gives
 * SecurityError "Access denied."; an interface held by somebody else gives NetworkError.
 */
export function usbError(step: UsbStep, error: unknown): CardError {
  if (error instanceof CardError) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  switch (name) {
    case "SecurityError":
      return step === "claim"
        ? new CardError("READER_PROTECTED", "the browser protects this interface class", {}, error)
        : new CardError("READER_DENIED", "the browser may not use the device", {}, error);
    case "NotFoundError":
      return new CardError("READER_GONE", "the device was disconnected", {}, error);
    case "AbortError":
      return new CardError("CANCELLED", "the transfer was cancelled", {}, error);
    case "NetworkError":
      if (step === "claim") return new CardError("READER_HELD", "another program has claimed the interface", {}, error);
      return step === "open"
        ? new CardError("READER_DENIED", "the device could not be opened", {}, error)
        : new CardError("READER_GONE", "the transfer failed", {}, error);
    case "InvalidStateError":
      return new CardError("READER_GONE", "the device is no longer open", {}, error);
    default:
      return new CardError("INTERNAL", `unexpected ${name || typeof error} from the USB stack`, {}, error);
  }
}
