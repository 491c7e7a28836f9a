/** The signed bridge app that this project publishes. */
export interface ReleaseApp {
  /** Follows from the release key's public half (docs/bridge.md): nobody else can have it, so no code is compared. */
  readonly id: string;
  /** Where a person downloads moqalaqe-bridge.swbn. */
  readonly page: string;
  /** Where a browser that an administrator manages finds it, and its updates. */
  readonly updateManifest: string;
}

/**
 * null: none has been published yet. Everything that depends on it (who is served without a code, what the guide tells a
 * person to do) follows from this one value.
 */
export const releaseApp: ReleaseApp | null = null;
