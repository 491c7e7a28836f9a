// The Web Smart Card API (https://wicg.github.io/web-smart-card/) as far as it is used here: TypeScript has no types of
// it yet. Only isolated apps have it (permissions policy "smart-card"); Chrome on ChromeOS since 143.

export type WebProtocol = "raw" | "t0" | "t1";
export type WebDisposition = "leave" | "reset" | "unpower" | "eject";

export const webResponseCodes = [
  "no-service",
  "no-smartcard",
  "not-ready",
  "not-transacted",
  "proto-mismatch",
  "reader-unavailable",
  "removed-card",
  "reset-card",
  "server-too-busy",
  "sharing-violation",
  "system-cancelled",
  "unknown-reader",
  "unpowered-card",
  "unresponsive-card",
  "unsupported-card",
  "unsupported-feature",
] as const;

interface WebFlags {
  readonly unavailable?: boolean;
  readonly empty?: boolean;
  readonly present?: boolean;
  readonly exclusive?: boolean;
  readonly inuse?: boolean;
  readonly mute?: boolean;
  readonly unpowered?: boolean;
}

export interface WebReaderStateIn {
  readonly readerName: string;
  readonly currentState: WebFlags & { readonly unaware?: boolean; readonly ignore?: boolean };
  readonly currentCount?: number;
}

export interface WebReaderStateOut {
  readonly readerName: string;
  readonly eventState: WebFlags & { readonly ignore?: boolean; readonly changed?: boolean; readonly unknown?: boolean };
  readonly eventCount: number;
  readonly answerToReset?: ArrayBuffer;
}

export interface WebSmartCardConnection {
  disconnect(disposition?: WebDisposition): Promise<void>;
  transmit(sendBuffer: BufferSource, options?: { readonly protocol?: WebProtocol }): Promise<ArrayBuffer>;
  startTransaction(
    transaction: () => Promise<WebDisposition | null | undefined>,
    options?: { readonly signal?: AbortSignal },
  ): Promise<void>;
  status(): Promise<{ readonly readerName: string; readonly state: string; readonly answerToReset?: ArrayBuffer }>;
  control(controlCode: number, data: BufferSource): Promise<ArrayBuffer>;
}

export interface WebSmartCardContext {
  listReaders(): Promise<readonly string[]>;
  getStatusChange(
    readerStates: readonly WebReaderStateIn[],
    options?: { readonly timeout?: number; readonly signal?: AbortSignal },
  ): Promise<readonly WebReaderStateOut[]>;
  connect(
    readerName: string,
    accessMode: "shared" | "exclusive" | "direct",
    options?: { readonly preferredProtocols?: readonly WebProtocol[] },
  ): Promise<{ readonly connection: WebSmartCardConnection; readonly activeProtocol?: WebProtocol }>;
}

/** navigator.smartCard. */
export interface WebSmartCard {
  establishContext(): Promise<WebSmartCardContext>;
}
