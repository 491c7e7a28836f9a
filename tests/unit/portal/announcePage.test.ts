// When a portal page asks for its tools, and when it does not.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const act = vi.hoisted((): { loaded: () => void } => ({ loaded: () => undefined }));
const sendMessage = vi.hoisted(() => vi.fn(async ({ kind }: { readonly kind: string }): Promise<unknown> => (kind === "page/start" ? { features: ["data"], language: "en", texts: {}, pageMap: null, favourites: null, signingIn: false, waiting: [] } : null)));
vi.mock("../../../src/portal/whenLoaded.ts", () => ({ whenLoaded: (_: Document, then: () => void) => (act.loaded = then) }));
vi.mock("../../../src/portal/askedEarly.ts", () => ({ hearEarly: () => undefined }));
vi.mock("../../../src/portal/serviceStart.ts", () => ({ watchStarts: () => undefined }));
vi.mock("../../../src/portal/detect/unshadowed.ts", () => ({ listen: () => undefined, formAround: () => null, ownerOf: () => null }));
vi.mock("../../../src/platform/runtime.ts", () => ({ isConnected: () => true, sendMessage }));
const { world } = await import("../../../src/portal/world.ts");
const { announcePage } = await import("../../../src/portal/announcePage.ts");

const asked = (): readonly string[] => sendMessage.mock.calls.map(([{ kind }]) => kind);

describe("a page of the portal", () => {
  let window: EventTarget;
  beforeEach(() => {
    sendMessage.mockClear();
    window = new EventTarget();
    Object.assign(window, { top: window });
    vi.stubGlobal("window", window);
    vi.stubGlobal("document", {});
    vi.stubGlobal("location", { hostname: "www.my.gov.ge" });
    delete world.tools;
    delete world.runs;
    announcePage();
  });
  afterEach(() => vi.unstubAllGlobals());

  it("asks for its tools once it is loaded", () => {
    expect(asked()).toEqual([]);
    act.loaded();
    expect(asked()).toEqual(["page/ready"]);
  });
  it("does not where they are already there: a setting that was changed meanwhile has brought them, and somebody may have opened a panel", () => {
    const stop = vi.fn();
    world.tools = { stop, add: () => undefined };
    act.loaded();
    expect(asked()).toEqual([]);
    expect(stop).not.toHaveBeenCalled();
  });
  it("does when the browser gives it back and what is wanted has changed: what it had goes first", async () => {
    const stop = vi.fn();
    world.tools = { stop, add: () => undefined };
    world.runs = "what it ran with";
    window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
    await vi.waitFor(() => expect(asked()).toEqual(["page/start", "page/ready"]));
    expect(stop).toHaveBeenCalledTimes(1);
  });
});
