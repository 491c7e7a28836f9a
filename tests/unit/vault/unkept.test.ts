// Signatures of the vault's documents that could not be kept: none is lost, and there is always a way out.
import { h } from "preact";
import { render } from "preact-render-to-string";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import catalogue from "../../../public/_locales/ka/messages.json" with { type: "json" };
import { format, formatDate, formatTime, type MessageKey } from "../../../src/i18n/catalogue.ts";
import { TextsContext } from "../../../src/i18n/useTexts.ts";
import { keepSigned } from "../../../src/home/vault/keepSigned.ts";
import { allUnkept, forget, keeping, onUnkept, type Unkept } from "../../../src/home/vault/unkept.ts";
import { UnkeptNotices } from "../../../src/home/vault/UnkeptNotices.tsx";
import { World } from "./world.ts";

// A page has a connection to the vault; here is the vault itself.
const page = vi.hoisted(() => ({ vault: null as unknown }));
vi.mock("../../../src/home/vault/useVault.ts", () => ({ vaultOfPage: () => page.vault }));
vi.mock("../../../src/i18n/texts.tsx", async () => await import("../../../src/i18n/useTexts.ts"));

const said = (key: MessageKey): string => format(catalogue, key);
const texts = { language: "ka" as const, t: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => format(catalogue, key, values), date: formatDate, time: formatTime };
const notices = (open: boolean): string => render(h(TextsContext.Provider, { value: texts }, h(UnkeptNotices, { open })));
const times = (html: string, key: MessageKey): number => html.split(`>${said(key)}</`).length - 1;

let leaving: EventTarget;
/** What the browser asks the page when it is closed or reloaded. */
const asks = (): boolean => !leaving.dispatchEvent(new Event("beforeunload", { cancelable: true }));

beforeEach(() => {
  leaving = new EventTarget();
  vi.stubGlobal("addEventListener", leaving.addEventListener.bind(leaving));
  vi.stubGlobal("removeEventListener", leaving.removeEventListener.bind(leaving));
});
afterEach(() => {
  for (const one of allUnkept()) forget(one);
  vi.unstubAllGlobals();
});

/** A vault with a PDF in it, and signatures of that PDF. */
async function signedTwice(): Promise<{ readonly world: World; readonly documentId: string; readonly signed: (content: string, large?: boolean) => Unkept }> {
  const world = await World.make();
  await world.created();
  page.vault = world.service;
  const { document: view } = await world.service.documents.add(new Blob(["%PDF-1.7"], { type: "application/pdf" }), { name: "ხელშეკრულება.pdf", type: "application/pdf" });
  const signed = (content: string, large = false): Unkept => {
    const data = new Blob([content], { type: "application/pdf" });
    return { view, signed: { name: view.name, data, ...(large ? { pieces: [{ from: 0, to: 8 }, data] } : {}), level: "B-B", notices: [] } };
  };
  return { world, documentId: view.documentId, signed };
}

describe("signatures that could not be kept", () => {
  it("of one document signed twice, both wait, and each is kept by itself", async () => {
    const { world, documentId, signed } = await signedTwice();
    const [first, second] = [signed("%PDF-1.7 ერთი"), signed("%PDF-1.7 ორი")];
    world.available = 1 << 20;
    // The room is looked at anew only for what is not small: that of a while ago has to do for the rest.
    await expect(world.service.documents.add(new Blob([new Uint8Array(2 << 20)]), { name: "დიდი" })).rejects.toMatchObject({ code: "QUOTA_FULL" });
    for (const one of [first, second]) await expect(keepSigned(one)).rejects.toMatchObject({ code: "QUOTA_FULL" });
    expect(allUnkept()).toEqual([first, second]);
    expect(times(notices(true), "vault_sign_unkept")).toBe(2);
    // Once more in vain: neither twice, nor gone.
    await expect(keepSigned(first)).rejects.toMatchObject({ code: "QUOTA_FULL" });
    expect(allUnkept()).toEqual([first, second]);

    world.available = 1 << 30;
    expect(await keepSigned(first)).toBe("version");
    expect(allUnkept()).toEqual([second]);
    expect(asks()).toBe(true);
    expect(await keepSigned(second)).toBe("version");
    expect(allUnkept()).toEqual([]);
    expect(asks()).toBe(false);
    expect((await world.service.documents.get(documentId))?.revisions).toHaveLength(3);
    const read = async (revision: number): Promise<string> => new TextDecoder().decode(await world.service.documents.read(documentId, revision, 0, 99));
    expect([await read(2), await read(3)]).toEqual(["%PDF-1.7 ერთი", "%PDF-1.7 ორი"]);
  });

  it("the page is not left without a question from the signature until it is kept; it is no bad news before it fails", async () => {
    const { signed } = await signedTwice();
    const [one, other] = [signed("ერთი"), signed("ორი")];
    const heard: number[] = [];
    const end = onUnkept(() => heard.push(allUnkept().length));
    const [ended, failed] = [new EventTarget(), new EventTarget()];
    const slow = keeping(one, () => new Promise<string>((_, reject) => failed.addEventListener("now", () => reject(new Error("no room")))));
    const quick = keeping(other, () => new Promise<string>((resolve) => ended.addEventListener("now", () => resolve("kept"))));
    expect(asks()).toBe(true);
    expect(allUnkept()).toEqual([]);
    ended.dispatchEvent(new Event("now"));
    expect(await quick).toBe("kept");
    expect(asks(), "the slow one is still on its way").toBe(true);
    failed.dispatchEvent(new Event("now"));
    await expect(slow).rejects.toThrow("no room");
    expect(asks()).toBe(true);
    expect(allUnkept()).toEqual([one]);
    forget(one);
    expect(asks()).toBe(false);
    end();
    expect(heard.slice(-2)).toEqual([1, 0]);
  });

  it("made of a document that was deleted meanwhile, or in a vault that was locked: a document of its own", async () => {
    const { world, documentId, signed } = await signedTwice();
    await world.service.documents.bin([documentId]);
    await world.service.documents.purge([documentId]);
    expect(await keepSigned(signed("%PDF-1.7 ერთი"))).toBe("document");
    world.start();
    page.vault = world.service;
    expect(await keepSigned(signed("%PDF-1.7 ორი"))).toBe("document");
    await world.reopened();
    expect(await world.service.documents.search({})).toMatchObject({ total: 2 });
    expect(allUnkept()).toEqual([]);
  });

  it.each([
    { open: true, large: false, way: "vault_sign_unkept_open", save: 1, again: 1 },
    { open: true, large: true, way: "vault_sign_unkept_open", save: 1, again: 1 },
    { open: false, large: false, way: "vault_sign_unkept_here", save: 1, again: 0 },
    { open: false, large: true, way: "vault_sign_unkept_large", save: 0, again: 0 },
  ] as const)("the way out: vault open $open, large $large", async ({ open, large, way, save, again }) => {
    const { signed } = await signedTwice();
    await expect(keeping(signed("ერთი", large), () => Promise.reject(new Error("no room")))).rejects.toThrow("no room");
    const html = notices(open);
    expect(times(html, way)).toBe(1);
    expect([times(html, "vault_download"), times(html, "common_try_again")]).toEqual([save, again]);
    expect(html).toContain("ხელშეკრულება.pdf");
  });
});
