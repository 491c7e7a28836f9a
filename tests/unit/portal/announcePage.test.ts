// When a portal page asks for its tools, and when it does not.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const act = vi.hoisted((): { loaded: () => void; ready: () => Promise<unknown> } => ({ loaded: () => undefined, ready: async () => null }));
const start = vi.hoisted(() => ({ features: ["data"], language: "en", texts: {}, pageMap: null, favourites: null, signingIn: false, waiting: [] }));
const sendMessage = vi.hoisted(() => vi.fn(async ({ kind }: { readonly kind: string }): Promise<unknown> => (kind === "page/start" ? start : act.ready())));
vi.mock("../../../src/portal/whenLoaded.ts", () => ({ whenLoaded: (_: Document, then: () => void) => (act.loaded = then) }));
vi.mock("../../../src/portal/askedEarly.ts", () => ({ hearEarly: () => undefined }));
vi.mock("../../../src/portal/serviceStart.ts", () => ({ watchStarts: () => undefined }));
vi.mock("../../../src/portal/detect/unshadowed.ts", () => ({ listen: (page: EventTarget, types: string | readonly string[], heard: (event: Event) => void, options: AddEventListenerOptions) => [types].flat().forEach((type) => page.addEventListener(type, heard, options)), formAround: () => null, ownerOf: () => null }));
vi.mock("../../../src/platform/runtime.ts", () => ({ isConnected: () => true, sendMessage }));
const { world } = await import("../../../src/portal/world.ts");
const { announcePage } = await import("../../../src/portal/announcePage.ts");

const asked = (): readonly string[] => sendMessage.mock.calls.map(([{ kind }]) => kind);

describe("a page of the portal", () => {
  let window: EventTarget;
  let page: EventTarget;
  const doneBy = async (type: string): Promise<void> => {
    page.dispatchEvent(new Event(type));
    await Promise.resolve();
  };
  const answered = async (...replies: readonly unknown[]): Promise<void> => {
    const left = [...replies];
    act.ready = async () => left.shift();
    act.loaded();
    await new Promise((resolve) => setTimeout(resolve));
  };
  beforeEach(() => {
    sendMessage.mockClear();
    act.ready = async () => null;
    page = new EventTarget();
    window = new EventTarget();
    Object.assign(window, { top: window });
    vi.stubGlobal("window", window);
    vi.stubGlobal("document", page);
    vi.stubGlobal("location", { hostname: "www.my.gov.ge" });
    delete world.tools;
    delete world.start;
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
  it.each(["visibilitychange", "pointerdown", "input"])("asks once more where nobody could say, when somebody comes back or does something (%s), until somebody can", async (type) => {
    await answered(null, null, start);
    await doneBy(type);
    // One that is still being asked is not asked twice.
    await doneBy(type);
    await new Promise((resolve) => setTimeout(resolve));
    expect(asked()).toEqual(["page/ready", "page/ready"]);
    await doneBy(type);
    await new Promise((resolve) => setTimeout(resolve));
    // What it is to start with is there, and the tools are on their way.
    await doneBy(type);
    expect(asked()).toEqual(["page/ready", "page/ready", "page/ready"]);
  });
  it("asks anew once a prerendered page is shown, and not twice where the first answer comes later", async () => {
    const answers: ((reply: unknown) => void)[] = [];
    act.ready = async () => new Promise((resolve) => answers.push(resolve));
    act.loaded();
    page.dispatchEvent(new Event("prerenderingchange"));
    answers[0]?.(null);
    await new Promise((resolve) => setTimeout(resolve));
    await doneBy("pointerdown");
    expect(asked()).toEqual(["page/ready", "page/ready"]);
  });
  it("does not where everything is switched off", async () => {
    await answered(false, start);
    await doneBy("visibilitychange");
    expect(asked()).toEqual(["page/ready"]);
  });
  it("does when the tools came and were told nothing", async () => {
    await answered(start, start);
    // features.iife.ts has taken the answer, and started anew on a change of settings, which nobody described.
    world.start = undefined;
    await doneBy("visibilitychange");
    expect(asked()).toEqual(["page/ready", "page/ready"]);
  });
});
