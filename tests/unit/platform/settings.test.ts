// Settings that are changed faster than they are written.
import { beforeEach, expect, it, vi } from "vitest";

const store = vi.hoisted(() => ({ kept: {} as Record<string, unknown>, listeners: [] as ((changes: object) => void)[] }));
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
vi.mock("../../../src/platform/browser.ts", () => ({
  browser: {
    storage: {
      local: {
        get: async () => {
          await soon();
          return structuredClone(store.kept);
        },
        set: async (change: object) => {
          await soon();
          if ("readerId" in change) throw new Error("FILE_ERROR_NO_SPACE");
          Object.assign(store.kept, change);
          for (const listener of store.listeners) listener(change);
        },
        onChanged: { addListener: (listener: (changes: object) => void) => void store.listeners.push(listener), removeListener: () => undefined },
      },
    },
  },
}));
const { changeSettings, onSettingsChanged, readSettings } = await import("../../../src/platform/settings.ts");

const off = (id: "data" | "terms" | "favourites") => changeSettings(({ featuresOff }) => ({ featuresOff: [...featuresOff, id] }));

beforeEach(() => {
  store.kept = {};
  store.listeners = [];
});

it("each of several changes in one moment is made of the one before", async () => {
  await Promise.all([off("data"), off("terms"), changeSettings({ language: "en" }), off("favourites")]);
  expect(await readSettings()).toMatchObject({ language: "en", featuresOff: ["favourites", "data", "terms"] });
});

it("one that can't be kept takes none of the others along", async () => {
  const [first, failed, last] = [off("data"), changeSettings({ readerId: "one" }), off("terms")];
  await expect(failed).rejects.toThrow();
  await Promise.all([first, last]);
  expect((await readSettings()).featuresOff).toEqual(["data", "terms"]);
});

it("who follows them is told of nothing that another change is just about to replace", async () => {
  const told: (readonly string[])[] = [];
  onSettingsChanged(({ featuresOff }) => void told.push(featuresOff));
  await Promise.all([off("data"), off("terms")]);
  await vi.waitFor(() => expect(told).toHaveLength(2));
  expect(told).toEqual([["data", "terms"], ["data", "terms"]]);
});
