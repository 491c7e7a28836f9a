// What a frame in somebody's page may ask of the vault, and what it may not: over the very port.
import * as Comlink from "comlink";
import { expect, it } from "vitest";
import type { VaultApi } from "../../../src/vault/api.ts";
import type { VaultPortApi } from "../../../src/vault/portApi.ts";
import { servePort } from "../../../src/vault/serve.ts";
import { World } from "./world.ts";

async function portTo(world: World, nested: boolean): Promise<{ readonly call: (group: keyof VaultApi, method: string, ...args: readonly unknown[]) => Promise<string>; readonly close: () => void }> {
  const { port1, port2 } = new MessageChannel();
  servePort(port1, { page: "/src/frame/frame.html", nested }, world.service, "lock", () => () => undefined);
  const remote = Comlink.wrap<VaultPortApi>(port2);
  return {
    call: async (group, method, ...args) => {
      const result = await remote.call(group, method, null, ...args);
      return result.ok ? "done" : result.error.message;
    },
    close: () => {
      port1.close();
      port2.close();
    },
  };
}

it("a frame reads, keeps, locks, and throws away what a draft brought in; the ways in, backups and the shared folder are not for it", async () => {
  const world = await World.make();
  await world.created();
  const frame = await portTo(world, true);
  const page = await portTo(world, false);
  for (const [group, method, ...args] of [["documents", "binAttachments", ["x"], true], ["documents", "search", {}], ["records", "list", "drafts"], ["lock", "state"], ["lock", "lock"]] as const) expect(await frame.call(group, method, ...args), method).toBe("done");
  for (const [group, method] of [["folder", "code"], ["folder", "now"], ["folder", "state"], ["slots", "prepare"], ["backup", "begin"], ["documents", "bin"], ["documents", "purge"], ["documents", "setVerdict"], ["lock", "unlock"], ["lock", "destroy"], ["lock", "happened"]] as const) expect(await frame.call(group, method), `${group} ${method}`).toBe("not for frames");
  expect(await page.call("folder", "state")).toBe("done");
  expect(await page.call("slots", "prepare")).toBe("done");
  expect(await page.call("folder", "constructor")).toBe("no such call");
  frame.close();
  page.close();
});
