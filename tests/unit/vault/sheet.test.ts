// The recovery sheet stays in sight until it is on record that the person has it.
import { h } from "preact";
import { render } from "preact-render-to-string";
import { expect, it, vi } from "vitest";
import { handOver, keepSheet, leaveSheet, useShownSheet } from "../../../src/home/vault/sheet.ts";
import { fullDisk } from "./fullDisk.ts";
import { World } from "./world.ts";

const page = vi.hoisted(() => ({ vault: null as unknown }));
vi.mock("../../../src/home/vault/useVault.ts", () => ({ vaultOfPage: () => page.vault }));
const Shown = () => useShownSheet();
const shown = (): string => render(h(Shown, {}));

it("a full disk takes it from sight neither at the beginning nor at the end, and another try goes on", async () => {
  const world = await World.make();
  await world.created();
  page.vault = world.service;
  const free = fullDisk();
  await expect(handOver("AAAA-BBBB")).rejects.toMatchObject({ code: "QUOTA_FULL" });
  expect(shown()).toBe("AAAA-BBBB");
  await expect(keepSheet()).rejects.toMatchObject({ code: "QUOTA_FULL" });
  expect(shown()).toBe("AAAA-BBBB");
  free();
  await keepSheet();
  expect(shown()).toBe("");
  expect((await world.service.records.list("settings")).map(({ value }) => value)).toContainEqual({ kept: true });
  leaveSheet();
});
