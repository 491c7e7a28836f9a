// For the tests, which are TypeScript.
export declare function openHeader(header: Uint8Array, secretOf: (slot: unknown) => unknown): Promise<unknown>;
export declare function withRecoveryCode(code: string): (slot: unknown) => unknown;
