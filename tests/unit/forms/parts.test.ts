// What is typed before the tools are there: told to those for forms, and kept for nobody else.
import { afterEach, describe, expect, it, vi } from "vitest";
import type { FeatureContext } from "../../../src/portal/feature.ts";
import type { FeatureId } from "../../../src/platform/pageMessages.ts";

const sent = vi.hoisted(() => [] as unknown[]);
vi.mock("../../../src/platform/runtime.ts", () => ({
  sendMessage: (message: unknown) => {
    sent.push(message);
    return Promise.resolve(true);
  },
}));
const { callParts } = await import("../../../src/portal/parts.ts");

function start(features: readonly FeatureId[]): { typedIn: Set<Element>; tools: ReturnType<typeof callParts>; type: () => void } {
  // What announcePage.ts heard before the answer.
  vi.stubGlobal("Element", EventTarget);
  const field = (): Element => new EventTarget() as Element;
  const typedIn = new Set([field()]);
  vi.stubGlobal("moqalaqeTyped", typedIn);
  let hear: (event: unknown) => void = () => undefined;
  const document = { addEventListener: (type: string, listener: typeof hear) => void (type === "input" && (hear = listener)), querySelector: () => null };
  const watch = { soon: (look: () => void) => look(), onChange: () => undefined };
  const context = { document, watch, signal: new AbortController().signal, together: { typedIn, beforeSending: [], starts: { leaving: 0, stayed: new Set() } }, find: () => [] };
  const tools = callParts(context as unknown as FeatureContext, { features, language: "ka", texts: {}, favourites: null, pageMap: null, signingIn: false, waiting: [] }, []);
  return { typedIn, tools, type: () => hear({ isTrusted: true, target: field() }) };
}

const kept = (): unknown => Reflect.get(globalThis, "moqalaqeTyped");

describe("what is typed before the tools are there", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    sent.length = 0;
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
});
