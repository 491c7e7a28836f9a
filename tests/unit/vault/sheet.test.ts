// The recovery sheet stays in sight until it is on record that the person has it.
import { h } from "preact";
import { render } from "preact-render-to-string";
import { expect, it, vi } from "vitest";
import { handOver, isVoid, keepSheet, leaveSheet, useShownSheet } from "../../../src/home/vault/sheet.ts";
import { fullDisk } from "./fullDisk.ts";
import { passphraseBytes, World } from "./world.ts";

const page = vi.hoisted(() => ({ vault: null as unknown }));
vi.mock("../../../src/home/vault/useVault.ts", () => ({ vaultOfPage: () => page.vault }));
const Shown = () => useShownSheet()?.recoveryCode ?? "";
const shown = (): string => render(h(Shown, {}));

it("a full disk takes it from sight neither at the beginning nor at the end, and another try goes on", async () => {
  const world = await World.make();
  const { slotId } = await world.service.lock.create(passphraseBytes());
  page.vault = world.service;
  const free = fullDisk();
  await expect(handOver({ recoveryCode: "AAAA-BBBB", slotId })).rejects.toMatchObject({ code: "QUOTA_FULL" });
  expect(shown()).toBe("AAAA-BBBB");
  await expect(keepSheet()).rejects.toMatchObject({ code: "QUOTA_FULL" });
  expect(shown()).toBe("AAAA-BBBB");
  free();
  await keepSheet();
  expect(shown()).toBe("");
  expect((await world.service.records.list("settings")).map(({ value }) => value)).toContainEqual({ kept: true });
  leaveSheet();
});

it("a sheet that another tab has made void is not confirmed as kept, nor is the one that nobody saw here", async () => {
  const world = await World.make();
  const first = await world.service.lock.create(passphraseBytes());
  page.vault = world.service;
  await handOver(first);
  expect(isVoid(first, await world.service.state())).toBe(false);
  const second = await world.service.slots.newRecoveryCode();
  expect(isVoid(first, await world.service.state())).toBe(true);
  expect(isVoid(second, await world.service.state())).toBe(false);
  await expect(keepSheet()).rejects.toMatchObject({ code: "CONFLICT" });
  expect((await world.service.records.list("settings")).map(({ value }) => value)).not.toContainEqual({ kept: true });
  expect(shown()).toBe(first.recoveryCode);
  leaveSheet();
});
