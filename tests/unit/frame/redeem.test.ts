// Where a frame does not even ask what it shall show.
import { afterEach, describe, expect, it, vi } from "vitest";

const said = vi.hoisted(() => [] as unknown[]);
const start = { panel: "data", line: "a".repeat(32) };
vi.mock("../../../src/platform/earlyMessage.ts", () => ({ sendEarly: async (message: unknown) => (said.push(message), start) }));
const { redeem } = await import("../../../src/frame/redeem.ts");

const nonce = "0".repeat(32);

/** @param above the windows around, the next one first */
function inside(above: readonly object[], hash = `#${nonce}`): { readonly addresses: unknown[] } {
  const addresses: unknown[] = [];
  const own: { parent?: object; top?: object } = {};
  own.parent = above[0] ?? own;
  own.top = above.at(-1) ?? own;
  vi.stubGlobal("window", own);
  vi.stubGlobal("location", { hash, pathname: "/src/frame/frame.html" });
  vi.stubGlobal("history", { replaceState: (_state: unknown, _unused: string, address: string) => addresses.push(address) });
  return { addresses };
}

describe("a frame", () => {
  afterEach(() => {
    said.length = 0;
    vi.unstubAllGlobals();
  });

  it("directly in the tab's page asks with the nonce, which is out of its address before", async () => {
    const { addresses } = inside([{}]);
    expect(await redeem()).toEqual(start);
    expect([addresses, said]).toEqual([["/src/frame/frame.html"], [{ kind: "frame/redeem", nonce }]]);
  });

  it.each([
    ["in another frame of the tab, be it the portal's", [{}, {}], `#${nonce}`],
    ["in a tab of its own", [], `#${nonce}`],
    ["without a nonce", [{}], ""],
  ])("%s asks nothing and shows nothing", async (_, above, hash) => {
    const { addresses } = inside(above, hash);
    expect(await redeem()).toBeNull();
    expect([said, addresses.length]).toEqual([[], 1]);
  });
});
