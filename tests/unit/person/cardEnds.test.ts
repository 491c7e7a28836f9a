// Until when a card is good, kept over restarts: what is noted while it is read, and what the open vault makes of it.
import { beforeEach, describe, expect, it, vi } from "vitest";
import { dayInTbilisi } from "../../../src/consent/calendar/day.ts";
import { cardEndsId, cardReminders, type CardEnds, endsOf, keptAfter, parseCardEnds } from "../../../src/personal/cardEnds.ts";
import type { Json, StoredRecord, VaultApi } from "../../../src/vault/api.ts";

const session = vi.hoisted(() => new Map<string, unknown>());
const offscreen = vi.hoisted(() => ({ there: false }));
vi.mock("../../../src/platform/sessionStore.ts", () => ({
  sessionGet: async (key: string) => session.get(key),
  sessionSet: async (key: string, value: unknown) => void session.set(key, value),
  sessionRemove: async (key: string) => void session.delete(key),
}));
vi.mock("../../../src/platform/portBroker/offscreen.ts", () => ({ offscreenExists: async () => offscreen.there }));
const client = vi.hoisted((): { current: unknown } => ({ current: null }));
vi.mock("../../../src/vault/client.ts", () => ({ openVault: () => client.current }));
const { cardWasRead, keepCardDay, knownCardEnds } = await import("../../../src/personal/keepCardEnds.ts");

const day = 86_400_000;
const now = Date.now();
const later = (days: number): number => now + days * day;
const login = (notAfter: number) => ({ use: "authentication", notAfter }) as const;
const signing = (notAfter: number) => ({ use: "signing", notAfter }) as const;

class StandIn {
  kept: Json | null = null;
  writes = 0;
  state: "locked" | "unlocked" = "unlocked";
  readonly reminders = new Map<string, number>();
  readonly api = {
    lock: { state: async () => ({ kind: this.state }) },
    close: () => undefined,
    records: {
      get: async (): Promise<StoredRecord | null> => (this.kept === null ? null : { id: cardEndsId, value: this.kept, version: "v", changedAt: 0 }),
      put: async (_collection: string, _id: string, value: Json) => {
        this.writes += 1;
        this.kept = JSON.parse(JSON.stringify(value)) as Json;
        return "v";
      },
    },
    reminders: {
      change: async (set: readonly { readonly reminderId: string; readonly day: number }[], remove: readonly string[]) => {
        for (const one of set) this.reminders.set(one.reminderId, one.day);
        for (const one of remove) this.reminders.delete(one);
      },
    },
  };
  get known(): Promise<CardEnds | null> {
    return knownCardEnds(this.api as unknown as VaultApi);
  }
}

describe("until when a card is good", () => {
  let vault: StandIn;
  const read = async (...certificates: Parameters<typeof cardWasRead>[0]): Promise<void> => await cardWasRead(certificates);
  const days = async (): Promise<readonly (number | null)[]> => {
    const ends = await vault.known;
    return ends ? [ends.login.notAfter, ends.signing?.notAfter ?? null] : [];
  };
  beforeEach(() => {
    session.clear();
    offscreen.there = false;
    vault = new StandIn();
    client.current = vault.api;
  });

  it("is known after a restart, of both certificates, also where a later login reads one only", async () => {
    await read(login(later(40)), signing(later(50)));
    await read(login(later(40)));
    expect(await days()).toEqual([later(40), later(50)]);
    // The browser was closed, and what it had in memory with it.
    session.clear();
    expect(await days()).toEqual([later(40), later(50)]);
  });

  it("another card, or a renewed one, takes the place of the one before: nothing of that is said any more", async () => {
    await read(login(later(10)), signing(later(12)));
    expect(await days()).toEqual([later(10), later(12)]);
    expect([...vault.reminders.values()]).toHaveLength(2);
    await read(login(later(3000)));
    expect(await days()).toEqual([later(3000), null]);
    await read(login(later(3000)), signing(later(3000)));
    expect(await days()).toEqual([later(3000), later(3000)]);
    // Both end together: one reminder, thirty days before.
    expect([...vault.reminders.values()]).toEqual([dayInTbilisi(later(3000)) - 30]);
  });

  it("goes into a vault that is open while the card is read, at once; a login with none open begins nothing", async () => {
    await read(login(later(5)));
    expect(vault.writes).toBe(0);
    offscreen.there = true;
    await read(login(later(5)));
    expect(vault.writes).toBe(1);
    expect(session.size).toBe(0);
  });

  it("a locked vault is left alone: the note waits in memory for it, and goes with the browser", async () => {
    offscreen.there = true;
    vault.state = "locked";
    await read(login(later(5)));
    expect(vault.writes).toBe(0);
    expect(session.size).toBe(1);
  });

  it("says nothing of whose card it is, and writes only what is new", async () => {
    await read(login(later(5)), signing(later(5)), { use: "authority", notAfter: later(9) });
    await vault.known;
    await read(login(later(5)), signing(later(5)));
    await vault.known;
    expect(vault.writes).toBe(1);
    expect(JSON.stringify(vault.kept)).toMatch(/^\{"login":\{"notAfter":\d+,"reminderId":"[0-9a-f]{32}"\},"signing":\{"notAfter":\d+,"reminderId":"[0-9a-f]{32}"\},"card":null\}$/);
  });

  it("the card's own day, as the person reads it on the card, is reminded of, and stays with that card", async () => {
    await read(login(later(400)), signing(later(400)));
    await vault.known;
    const own = dayInTbilisi(later(200));
    await keepCardDay(vault.api as unknown as VaultApi, own);
    await read(login(later(400)));
    const ends = await vault.known;
    expect(ends?.card && dayInTbilisi(ends.card.notAfter)).toBe(own);
    expect([...vault.reminders.values()].toSorted((a, b) => a - b)).toEqual([own - 30, dayInTbilisi(later(400)) - 30]);
    await keepCardDay(vault.api as unknown as VaultApi, null);
    expect([...vault.reminders.values()]).toEqual([dayInTbilisi(later(400)) - 30]);
    await keepCardDay(vault.api as unknown as VaultApi, own);
    await read(login(later(3000)));
    expect((await vault.known)?.card).toBeNull();
    expect([...vault.reminders.values()]).toEqual([dayInTbilisi(later(3000)) - 30]);
  });

  it("a card without a certificate for logging in, and a record that is none, are nothing", () => {
    expect(endsOf([signing(1)])).toBeNull();
    for (const value of [null, {}, { login: { notAfter: "1", reminderId: "a".repeat(32) } }, { login: { notAfter: 1, reminderId: "7" } }]) expect(parseCardEnds(value)).toBeNull();
  });

  it("is no reminder any more once it is over: the list of what is due goes on saying so", () => {
    const ends = keptAfter(null, { login: now, signing: null }, () => "a".repeat(32));
    expect(cardReminders(ends, dayInTbilisi(now)).map(({ day: on }) => on)).toEqual([dayInTbilisi(now) - 30]);
    expect(cardReminders(ends, dayInTbilisi(now) + 1)).toEqual([]);
    expect(cardReminders(null, dayInTbilisi(now))).toEqual([]);
  });
});
