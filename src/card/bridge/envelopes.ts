// What goes around the frames (see: [Note: bridge channel]): between the app's window and the extension's service
// worker, and between the service worker and a card worker. Frames in here are opaque.
import { type Fields, isFields } from "../../codec/fields.ts";
import { type BridgeStatus, isBridgeStatus } from "./bridgeStatus.ts";
import type { VersionRange } from "./versions.ts";

/** The name of the runtime port that the app opens. */
export const portName = "moqalaqe-bridge";

/** Which window of the extension a card worker belongs to: shown to the person in the app. */
export type ClientWindow = "prompt" | "home" | "other";

/** What the app's person has decided. */
export type AppState = "ready" | "consent" | "stopped";

/** App window → service worker. */
export type FromApp =
  /** First of all. `nonce`: 128 random bits in hexadecimal, for the pairing code. */
  | { readonly kind: "hello"; readonly versions: VersionRange; readonly app: string; readonly nonce: string; readonly state: AppState }
  | { readonly kind: "state"; readonly state: AppState }
  | { readonly kind: "frame"; readonly client: number; readonly frame: unknown }
  /** Keeps the service worker awake: see [Note: a port keeps nobody awake]. */
  | { readonly kind: "alive" };

/** Service worker → app window. */
export type ToApp =
  | { readonly kind: "welcome"; readonly versions: VersionRange; readonly extension: string; readonly nonce: string; readonly paired: boolean }
  | { readonly kind: "paired"; readonly paired: boolean }
  | { readonly kind: "client"; readonly client: number; readonly window: ClientWindow | null }
  | { readonly kind: "frame"; readonly client: number; readonly frame: unknown };

/**
 * Service worker → card worker. `version`: agreed on with the app, when there is one to agree with. `life`: a Web Lock
 * that the service worker holds as long as it lives (see: [Note: a lock for a life]).
 */
export type ToClient =
  | { readonly kind: "status"; readonly status: BridgeStatus; readonly appId: string | null; readonly version: number | null; readonly life: string | null }
  | { readonly kind: "frame"; readonly frame: unknown };

/** Card worker → service worker. */
export type FromClient =
  /** First of all. `life`: a Web Lock that the card worker holds as long as it lives (see: [Note: a lock for a life]). */
  | { readonly kind: "hello"; readonly life: string }
  | { readonly kind: "frame"; readonly frame: unknown }
  | { readonly kind: "bye" };

const isCount = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
const isShort = (value: unknown): value is string => typeof value === "string" && value.length <= 64;
const isNonce = (value: unknown): value is string => typeof value === "string" && /^[0-9a-f]{32}$/.test(value);
const isState = (value: unknown): value is AppState => value === "ready" || value === "consent" || value === "stopped";

function parseVersions(value: unknown): VersionRange | null {
  const { oldest, newest }: Fields = isFields(value) ? value : {};
  return isCount(oldest) && isCount(newest) && oldest <= newest ? { oldest, newest } : null;
}

/** @returns null for anything that no app of any version would say. */
export function parseFromApp(value: unknown): FromApp | null {
  if (!isFields(value)) return null;
  const { kind, app, nonce, state, client, frame } = value;
  switch (kind) {
    case "hello": {
      const versions = parseVersions(value["versions"]);
      return versions && isShort(app) && isNonce(nonce) && isState(state) ? { kind, versions, app, nonce, state } : null;
    }
    case "state":
      return isState(state) ? { kind, state } : null;
    case "frame":
      return isCount(client) ? { kind, client, frame } : null;
    case "alive":
      return { kind };
    default:
      return null;
  }
}

export function parseToApp(value: unknown): ToApp | null {
  if (!isFields(value)) return null;
  const { kind, extension, nonce, paired, client, window, frame } = value;
  switch (kind) {
    case "welcome": {
      const versions = parseVersions(value["versions"]);
      return versions && isShort(extension) && isNonce(nonce) && typeof paired === "boolean" ? { kind, versions, extension, nonce, paired } : null;
    }
    case "paired":
      return typeof paired === "boolean" ? { kind, paired } : null;
    case "client":
      if (!isCount(client) || (window !== null && window !== "prompt" && window !== "home" && window !== "other")) return null;
      return { kind, client, window };
    case "frame":
      return isCount(client) ? { kind, client, frame } : null;
    default:
      return null;
  }
}

export function parseToClient(value: unknown): ToClient | null {
  if (!isFields(value)) return null;
  const { kind, status, appId, version, life, frame } = value;
  if (kind === "frame") return { kind, frame };
  if (kind !== "status" || !isBridgeStatus(status)) return null;
  return { kind, status, appId: isShort(appId) ? appId : null, version: isCount(version) ? version : null, life: isShort(life) ? life : null };
}

export function parseFromClient(value: unknown): FromClient | null {
  if (!isFields(value)) return null;
  const { kind, frame, life } = value;
  if (kind === "hello") return isShort(life) ? { kind, life } : null;
  return kind === "frame" ? { kind, frame } : kind === "bye" ? { kind } : null;
}
