// A nonce is good once, for half a minute, for a frame in the very document whose content script had it noted.
import { beforeEach, describe, expect, it, vi } from "vitest";
import { randomName } from "../../../src/platform/randomName.ts";
import type { PanelId } from "../../../src/platform/pageMessages.ts";
import { browser, closeTabs, frame, page, putFrame, visit } from "./portalTab.ts";

const ahead = vi.hoisted(() => ({ texts: { part: "menu", chosen: null, catalogue: {} }, kept: null }));
const readMenuAhead = vi.hoisted(() => vi.fn(async () => ahead));
vi.mock("../../../src/background/menuAhead.ts", () => ({ readMenuAhead }));
vi.mock("../../../src/platform/browser.ts", async () => ({ browser: (await import("./portalTab.ts")).browser }));
const { noteFrame, redeemFrame } = await import("../../../src/background/frames.ts");

const line = "a".repeat(32);
const start = { panel: "data", line } as const;
const asking = (panel: PanelId = "data") => ({ kind: "frame/open", ...start, panel, nonce: randomName() }) as const;

/** A nonce for a frame that is in the overlay of a tab's top document. */
async function opened(tabId: number, documentId: string, now = 0): Promise<string> {
  const ask = asking();
  expect(await noteFrame(ask, page(tabId, documentId), now)).toBe(true);
  putFrame(tabId, ask.nonce);
  return ask.nonce;
}

describe("the nonce of a frame", () => {
  beforeEach(() => {
    closeTabs();
    visit(1, "first");
    visit(2, "second");
  });

  it("is good for the frame it was made for", async () => {
    expect(await redeemFrame(await opened(1, "first"), frame(1), 1)).toEqual(start);
  });

  it("is good once", async () => {
    const nonce = await opened(1, "first");
    expect([await redeemFrame(nonce, frame(1), 1), await redeemFrame(nonce, frame(1, "another"), 2)]).toEqual([start, null]);
  });

  it("is good once also for two that come in the same moment", async () => {
    const nonce = await opened(1, "first");
    const both = await Promise.all([redeemFrame(nonce, frame(1), 1), redeemFrame(nonce, frame(1, "another"), 1)]);
    expect(both).toEqual([start, null]);
  });

  it.each([[30_000, start], [30_001, null]])("after %i ms it gives %j", async (age, given) => {
    expect(await redeemFrame(await opened(1, "first", 1_000), frame(1), 1_000 + age)).toEqual(given);
  });

  it("is not good in another tab, and used up by the trial", async () => {
    const nonce = await opened(1, "first");
    expect(await redeemFrame(nonce, frame(2), 1)).toBeNull();
    expect(await redeemFrame(nonce, frame(1), 2)).toBeNull();
  });

  it("is not good for the document that comes after in the same tab", async () => {
    const nonce = await opened(1, "first");
    visit(1, "later");
    expect(await redeemFrame(nonce, frame(1), 1)).toBeNull();
  });

  it("is not good there either when that document has frames of ours itself, and leaves theirs alone", async () => {
    const old = await opened(1, "first");
    visit(1, "later");
    const fresh = await opened(1, "later");
    expect([await redeemFrame(old, frame(1), 1), await redeemFrame(fresh, frame(1), 1)]).toEqual([null, start]);
  });

  it("is not good when no frame of the overlay has it: the page made one itself", async () => {
    const ask = asking();
    await noteFrame(ask, page(1, "first"), 0);
    await opened(1, "first");
    expect(await redeemFrame(ask.nonce, frame(1), 1)).toBeNull();
  });

  it("brings the menu what it shows first, and nobody else anything of it", async () => {
    const opens = async (panel: PanelId): Promise<unknown> => {
      const ask = asking(panel);
      await noteFrame(ask, page(1, "first"), 0);
      putFrame(1, ask.nonce);
      return redeemFrame(ask.nonce, frame(1, panel), 1);
    };
    readMenuAhead.mockClear();
    expect(await Promise.all((["keeper", "data", "documents"] as const).map(opens))).toEqual(["keeper", "data", "documents"].map((panel) => ({ panel, line })));
    expect(readMenuAhead).not.toHaveBeenCalled();
    expect(await opens("favourites")).toEqual({ panel: "favourites", line, ahead });
    // What can't be read comes later.
    readMenuAhead.mockRejectedValueOnce(new Error("the disk"));
    expect(await opens("favourites")).toEqual({ panel: "favourites", line });
  });

  it("has that read while the menu's frame is loading, once, and again only where another's was read since; nobody else gets it", async () => {
    const notes = async (): Promise<string> => {
      const ask = asking("favourites");
      await noteFrame(ask, page(1, "first"), 0);
      return ask.nonce;
    };
    const redeems = async (nonce: string): Promise<readonly [unknown, number]> => [await redeemFrame(nonce, frame(1, nonce), 1), readMenuAhead.mock.calls.length];
    readMenuAhead.mockClear();
    const menu = { panel: "favourites", line, ahead };
    const [first, second] = [await notes(), await notes()];
    expect(readMenuAhead).toHaveBeenCalledTimes(2);
    for (const nonce of [first, second]) putFrame(1, nonce);
    expect([await redeems(second), await redeems(first)]).toEqual([[menu, 2], [menu, 3]]);
    const lonely = await notes();
    expect([await redeems(lonely), await redeems(lonely)], "no frame of the overlay has it; and it is used up").toEqual([[null, 4], [null, 4]]);
  });

  it("is good for a frame that comes while it is being noted", async () => {
    const ask = asking();
    putFrame(1, ask.nonce);
    expect(await Promise.all([noteFrame(ask, page(1, "first"), 0), redeemFrame(ask.nonce, frame(1), 0)])).toEqual([true, start]);
  });

  it("that is noted stays its document's, whoever says the same again", async () => {
    const ask = asking();
    expect([await noteFrame(ask, page(1, "first"), 0), await noteFrame(ask, page(2, "second"), 1), await noteFrame(ask, page(1, "first"), 2)]).toEqual([true, null, null]);
    putFrame(2, ask.nonce);
    expect(await redeemFrame(ask.nonce, frame(2), 3)).toBeNull();
  });

  it("is not good for what is no frame of ours", async () => {
    const nonce = await opened(1, "first");
    for (const other of [page(1, "first", 7), { ...frame(1), frameId: 0 }, { ...frame(1), documentId: null }, frame(1, "home", "chrome-extension://moqalaqe/src/home/home.html")]) expect(await redeemFrame(nonce, other, 1)).toBeNull();
    expect(await redeemFrame(nonce, frame(1), 1)).toEqual(start);
  });

  it("and the frames that came with one are not remembered for ever: a tab has its last sixty", async () => {
    for (let at = 0; at < 70; at += 1) expect(await redeemFrame(await opened(1, "first", at), frame(1, `frame-${at}`), at)).toEqual(start);
    const nonce = await opened(2, "second", 70);
    expect(await redeemFrame(nonce, frame(2, "other"), 70)).toEqual(start);
    await opened(1, "first", 71);
    const known = Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith("frame:"));
    expect(known.toSorted()).toEqual([...Array.from({ length: 60 }, (_, i) => `frame:frame-${i + 10}`), "frame:other"].toSorted());
  });

  it("is noted for the top document of a portal page only", async () => {
    const asked = [page(1, "inner", 7), { ...page(1, "first"), origin: "https://example.ge" }, { ...page(1, "first"), lifecycle: "prerender" }, frame(1)];
    expect(await Promise.all(asked.map((one) => noteFrame(asking(), one, 0)))).toEqual([null, null, null, null]);
  });
});
