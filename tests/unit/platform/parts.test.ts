import { afterEach, describe, expect, it, vi } from "vitest";
import { supportHours } from "../../../src/home/supportHours.ts";
import { operatingSystem } from "../../../src/platform/operatingSystem.ts";
import { parsePageCommand } from "../../../src/platform/pageCommands.ts";
import { parseMessage } from "../../../src/platform/parseMessage.ts";
import { readerFilters, vendorClassMakers } from "../../../src/platform/readerChooser.ts";
import { makeBudget } from "../../../src/portal/budget.ts";
import { straight } from "../../../src/portal/detect/text.ts";
import { relayedFields } from "../../../src/portal/relayedFields.ts";
import { readerProfiles } from "../login/world.ts";

vi.mock("../../../src/platform/browser.ts", () => ({ browser: {} }));
const { sitePattern } = await import("../../../src/platform/sites.ts");

describe("the browser's chooser", () => {
  it("shows every reader of the table", () => {
    const shown = (profile: (typeof readerProfiles)[number]): boolean =>
      readerFilters.some((filter) => filter.classCode === profile.class || filter.vendorId === Number.parseInt(profile.vid, 16));
    expect(readerProfiles.filter((profile) => !shown(profile)).map(({ vid, pid, name }) => `${vid}:${pid} ${name}`)).toEqual([]);
  });
  it("names no maker without a reader of the vendor class", () => {
    const makers = new Set(readerProfiles.filter((profile) => profile.class === 0xff).map(({ vid }) => Number.parseInt(vid, 16)));
    expect(new Set(vendorClassMakers)).toEqual(makers);
  });
});

describe("names that a page gives", () => {
  it("can't turn the words around them, nor their own ending", () => {
    expect(straight("ცნობა\u202efdp.exe")).toBe("ცნობაfdp.exe");
    expect(straight("\u2067ა\u2069 „b“ 12")).toBe("ა „b“ 12");
  });
});

describe("sites that a person may allow", () => {
  it.each([
    ["https://example.ge", "https://example.ge/*"],
    ["https://example.ge:8443/a?b#c", "https://example.ge/*"],
    ["http://example.ge", null],
    ["example.ge", null],
    ["https://", null],
    ["javascript:alert(1)", null],
  ])("%s: %s", (address, pattern) => expect(sitePattern(address)).toBe(pattern));
});

describe("messages between our own contexts", () => {
  const name = "0".repeat(32);
  it("the tools in a page are told what is for them, and read it as every context would", () => {
    const commands = [
      { kind: "page/close" },
      { kind: "page/go", url: "https://my.gov.ge/services" },
      { kind: "page/toggle", panel: "favourites" },
      { kind: "favourites/changed" },
      { kind: "sign/begin" },
      { kind: "sign/ended", ticket: name, finished: true },
      { kind: "webeid/waiting", ticket: name },
    ];
    // Only a script in the link's page listens for it: the extension's own contexts need not read it.
    expect(parsePageCommand({ kind: "link/unanswered", text: "a", close: "b", more: 1 })).toEqual({ kind: "link/unanswered", text: "a", close: "b" });
    expect(parsePageCommand({ kind: "link/unanswered", text: "a" })).toBeNull();
    for (const command of commands) expect(parsePageCommand({ ...command, more: 1 })).toEqual(parseMessage(command));
    for (const other of [null, "page/close", { kind: "page/toggle", panel: "settings" }, { kind: "page/go" }, { kind: "sign/ended" }, { kind: "prompt/claim", requestId: name }, { kind: "page/part", part: "forms" }]) {
      expect(parsePageCommand(other)).toBeNull();
    }
  });
  it("a page calls only parts that there are", () => {
    expect(parseMessage({ kind: "page/part", part: "reading" })).toEqual({ kind: "page/part", part: "reading" });
    expect(parseMessage({ kind: "page/part", part: "../home.js" })).toBeNull();
    expect(parseMessage({ kind: "page/ready" })).toEqual({ kind: "page/ready" });
  });
  it("come through with the fields they have, and nothing else", () => {
    expect(parseMessage({ kind: "prompt/claim", requestId: name, pin: "1234" })).toEqual({ kind: "prompt/claim", requestId: name });
    expect(parseMessage({ kind: "webeid/withdraw", ticket: name })).toEqual({ kind: "webeid/withdraw", ticket: name });
  });
  it.each([null, 7, {}, { kind: "x" }, { kind: "prompt/claim" }, { kind: "prompt/claim", requestId: "../x" }, { kind: "prompt/answer", requestId: name, outcome: {} }, { kind: "webeid/request", ticket: 7 }])("%j is none", (value) =>
    expect(parseMessage(value)).toBeNull());
});

describe("what a page may send on", () => {
  it("its protocol's own fields, as plain values, and not too long", () => {
    const { data, timeout } = relayedFields({ action: "web-eid:authenticate", libraryVersion: "2", challengeNonce: "n", secret: "x", options: { lang: "ka", userInteractionTimeout: 5, more: {} } });
    expect(data).toEqual({ action: "web-eid:authenticate", libraryVersion: "2", challengeNonce: "n", options: { lang: "ka", userInteractionTimeout: 5 } });
    expect(timeout).toBe(5);
    expect(relayedFields({ action: "x", challengeNonce: "n".repeat(20_000) }).data).toBeNull();
    expect(relayedFields({ action: "x", challengeNonce: { toString: () => "n" } }).data).toMatchObject({ challengeNonce: false });
    expect(relayedFields({ action: "x", options: { userInteractionTimeout: Number.NaN } }).data).toMatchObject({ options: { userInteractionTimeout: false } });
  });
  it("twenty at once, then two a second", () => {
    let now = 0;
    const spend = makeBudget(() => now);
    expect(Array.from({ length: 30 }, () => spend()).filter(Boolean)).toHaveLength(20);
    now = 1_000;
    expect(Array.from({ length: 30 }, () => spend()).filter(Boolean)).toHaveLength(2);
    now = 1e9;
    expect(Array.from({ length: 30 }, () => spend()).filter(Boolean)).toHaveLength(20);
  });
});

describe("small parts", () => {
  afterEach(() => void vi.unstubAllGlobals());
  it.each([
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64)", "windows"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", "macos"],
    ["Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)", "chromeos"],
    ["Mozilla/5.0 (X11; Linux x86_64)", "linux"],
  ])("%s is %s", (userAgent, system) => {
    vi.stubGlobal("navigator", { userAgent });
    expect(operatingSystem()).toBe(system);
  });
  it.each([
    ["2026-11-24T05:59:59Z", false],
    ["2026-11-24T06:00:00Z", true],
    ["2026-11-24T13:59:59Z", true],
    ["2026-11-24T14:00:00Z", false],
    // Saint George's Day, a Monday.
    ["2026-11-23T08:00:00Z", false],
    ["2026-11-21T08:00:00Z", false],
    ["2026-11-22T21:00:00Z", false],
  ])("the help line at %s is open: %s (10 to 18 on working days in Tbilisi)", (at, open) => expect(supportHours(Date.parse(at)).open).toBe(open));
  it.each([
    // Friday evening: on Monday; but that Monday is a holiday, so on Tuesday.
    ["2026-11-20T15:00:00Z", "2026-11-24T06:00:00Z", null],
    ["2026-11-21T08:00:00Z", "2026-11-24T06:00:00Z", "weekend"],
    ["2026-11-23T08:00:00Z", "2026-11-24T06:00:00Z", "გიორგობა"],
    ["2026-11-24T03:00:00Z", "2026-11-24T06:00:00Z", null],
    // New Year, Bedoba, two days that the government gave off, Christmas: the longest wait.
    ["2025-12-31T15:00:00Z", "2026-01-08T06:00:00Z", null],
  ])("closed at %s, the help line opens at %s", (at, opens, reason) => {
    const { open, until, closedFor } = supportHours(Date.parse(at));
    expect([open, new Date(until).toISOString().replace(".000", ""), typeof closedFor === "string" || closedFor === null ? closedFor : closedFor.ka]).toEqual([false, opens, reason]);
  });
});
