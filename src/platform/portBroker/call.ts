import { isFields } from "../../codec/fields.ts";

/** Who stands behind a port, as the service worker saw it. */
export interface PortOrigin {
  /** Path of the page in the extension, for example `/src/home/home.html`; "" for the service worker itself. */
  readonly page: string;
  /** An extension frame inside another page. */
  readonly nested: boolean;
}

/** The services that the offscreen document hosts. */
export type ServiceName = "vault";

/** page → service worker, with the port. */
export interface PortCall {
  readonly kind: "port/connect";
  readonly service: ServiceName;
}

/** service worker → offscreen document, with the port. */
export interface PortDelivery {
  readonly kind: "port/deliver";
  readonly service: ServiceName;
  readonly from: PortOrigin;
}

export function parsePortCall(data: unknown): PortCall | null {
  if (!isFields(data) || data["kind"] !== "port/connect" || data["service"] !== "vault") return null;
  return { kind: "port/connect", service: "vault" };
}

export function parsePortDelivery(data: unknown): PortDelivery | null {
  if (!isFields(data) || data["kind"] !== "port/deliver" || data["service"] !== "vault" || !isFields(data["from"])) return null;
  const { page, nested } = data["from"];
  if (typeof page !== "string" || typeof nested !== "boolean") return null;
  return { kind: "port/deliver", service: "vault", from: { page, nested } };
}
