// What is asked of a page's tools before they are there: by keys of the browser's, and in the popup.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PageCommand } from "../../../src/platform/pageCommands.ts";

const heard = vi.hoisted((): { by: (command: unknown) => Promise<unknown> | undefined } => ({ by: () => undefined }));
vi.mock("../../../src/platform/pageCommands.ts", () => ({ onPageCommand: (listener: typeof heard.by) => (heard.by = listener) }));
const { world } = await import("../../../src/portal/world.ts");
const { hearEarly } = await import("../../../src/portal/askedEarly.ts");

const ask = (kind: PageCommand["kind"]): Promise<unknown> | undefined => heard.by({ kind });

describe("before the tools listen", () => {
  const begin = vi.fn();
  beforeEach(() => {
    vi.useFakeTimers();
    begin.mockClear();
    hearEarly(begin);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    delete world.there;
    delete world.changed;
  });

  it.each(["page/toggle", "sign/begin"] as const)("%s has them brought now, and is asked again of them", async (kind) => {
    const answer = ask(kind);
    expect(begin).toHaveBeenCalledTimes(1);
    world.there?.(true);
    expect(await answer).toBe("again");
    // From now on it is theirs.
    expect(ask(kind)).toBe(undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ask(kind)).toBe(undefined);
  });
  it("where nothing is switched on nobody waits", async () => {
    const answer = ask("page/toggle");
    world.there?.(false);
    expect(await answer).toBe(null);
    expect(ask("page/toggle")).toBe(undefined);
  });
  it("where they do not come nobody waits longer than three seconds, nor a second time", async () => {
    const answer = ask("page/toggle");
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await answer).toBe(null);
    expect(ask("sign/begin")).toBe(undefined);
  });
  it("nothing else brings them", () => {
    expect([ask("favourites/changed"), ask("page/close"), ask("webeid/waiting")]).toEqual([undefined, undefined, undefined]);
    expect(begin).not.toHaveBeenCalled();
    expect(world.changed).toBe(true);
  });
});
