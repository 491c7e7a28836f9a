// What is typed before the tools are there: told to those for forms, and kept for nobody else.
import { afterEach, describe, expect, it, vi } from "vitest";
import type { FeatureContext } from "../../../src/portal/feature.ts";
import type { FeatureId } from "../../../src/platform/pageMessages.ts";
import { askStandIns } from "../portal/standIns.ts";

const sent = vi.hoisted(() => [] as unknown[]);
const worker = vi.hoisted(() => ({ answers: true as boolean | null }));
vi.mock("../../../src/platform/runtime.ts", () => ({
  sendMessage: (message: unknown) => {
    sent.push(message);
    return Promise.resolve(worker.answers);
  },
}));
const { world } = await import("../../../src/portal/world.ts");
const { callParts } = await import("../../../src/portal/parts.ts");

function start(features: readonly FeatureId[]): { typedIn: Set<Element>; tools: ReturnType<typeof callParts>; type: () => void } {
  // What announcePage.ts heard before the answer.
  askStandIns();
  const field = (): Element => Object.create(Element.prototype) as Element;
  const typedIn = new Set([field()]);
  world.typed = typedIn;
  const document = new EventTarget();
  const watch = { soon: (look: () => void) => look(), onChange: () => undefined };
  const context = { document, watch, signal: new AbortController().signal, together: { typedIn, beforeSending: [], starts: { leaving: 0, stayed: new Set() } }, find: () => [] };
  const tools = callParts(context as unknown as FeatureContext, { features, language: "ka", texts: {}, favourites: null, pageMap: null, signingIn: false, waiting: [] }, []);
  return { typedIn, tools, type: () => void document.dispatchEvent(Object.defineProperties(new Event("input"), { isTrusted: { value: true }, target: { value: field() } })) };
}

const kept = (): unknown => world.typed;

describe("what is typed before the tools are there", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    sent.length = 0;
    worker.answers = true;
  });
  it("calls those for forms, is there for them when they come, and is forgotten then", () => {
    const { typedIn, tools, type } = start(["favourites", "applications"]);
    expect(sent).toEqual([{ kind: "page/part", part: "forms" }]);
    type();
    let told = 0;
    tools.add("forms", [{ id: "applications", start: ({ together }) => (told = together.typedIn.size) }]);
    expect([told, typedIn.size, kept()]).toEqual([2, 0, undefined]);
  });
  it("is kept for nobody where nothing for forms is switched on", () => {
    const { typedIn, type } = start(["favourites", "terms"]);
    type();
    expect([typedIn.size, kept(), sent]).toEqual([0, undefined, []]);
  });
  it.each([
    [true, 1],
    [null, 2],
  ])("calls them again with the next key only where the service worker did not get it done (it said %s)", async (answers, times) => {
    worker.answers = answers;
    const { type } = start(["favourites", "applications"]);
    await new Promise((resolve) => setTimeout(resolve));
    type();
    expect(sent).toEqual(Array.from({ length: times }, () => ({ kind: "page/part", part: "forms" })));
  });
});
