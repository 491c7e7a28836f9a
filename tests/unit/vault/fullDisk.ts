import { vi } from "vitest";

/** What the browser does where the disk is full. @returns makes room again */
export function fullDisk(): () => void {
  const full = (): never => {
    throw new DOMException("no room", "QuotaExceededError");
  };
  const spies = [vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(full), vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(full)];
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
}
