// Calls that go to what is open at the time.

export const documentCalls = ["add", "findBySha256", "absent", "addRevision", "get", "search", "facets", "change", "read", "verify", "setText", "withoutText", "withoutVerdict", "setVerdict", "bin", "binAttachments", "unbin", "purge", "tidy", "binDays", "setBinDays", "cancel"] as const;

export const folderCalls = ["state", "look", "begin", "rename", "code", "renew", "rejoin", "now", "stop", "conflicts", "resolve"] as const;

/** An object whose calls go to what is open at the time. */
export function delegate<T extends object>(names: readonly (keyof T & string)[], target: () => unknown): T {
  const calls = names.map((name) => [
    name,
    async (...args: unknown[]): Promise<unknown> => {
      const on = target();
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the names are T's
      const act = (on as Record<string, (...rest: unknown[]) => Promise<unknown>>)[name];
      return act?.apply(on, args);
    },
  ]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made of T's names
  return Object.fromEntries(calls) as T;
}
