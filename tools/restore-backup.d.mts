// For the tests, which are TypeScript.
export declare function openHeader(header: Uint8Array, secretOf: (slot: unknown) => unknown): Promise<unknown>;
export declare function withRecoveryCode(code: string): (slot: unknown) => unknown;
export declare function withPassphrase(passphrase: string): (slot: unknown) => unknown;
export declare function streamKey(vault: unknown, ref: unknown): { readonly id: Uint8Array; readonly key: Uint8Array };
export interface OpenedBackup {
  readonly vault: unknown;
  /** [collection, id, version, changedAt, value] */
  readonly records: readonly (readonly [string, string, string, number, unknown?])[];
  readonly sealedOf: (stream: string, chunk: number, copy?: number) => Uint8Array | null;
  readonly close: () => void;
}
export declare function openBackup(path: string, secretOf: (slot: unknown) => unknown): Promise<OpenedBackup>;
export declare function readStream(vault: unknown, ref: unknown, sealedOf: OpenedBackup["sealedOf"]): Generator<Uint8Array>;
