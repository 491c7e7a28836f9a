import { describe, expect, it } from "vitest";
import { accessAfter, type Asked, type PortalAccess, signsIn } from "../../../src/favourites/access.ts";

const minute = 60_000;
const now = Date.UTC(2026, 10, 26, 9);
const card: PortalAccess = { way: "card", at: now - 10 * minute };
const password: PortalAccess = { way: "password", at: now - 10 * minute };

describe("a form to sign in with", () => {
  const plain: Asked = { passwords: 1, fresh: 0, names: 1, otherFields: false };
  it.each<[string, Partial<Asked>, boolean]>([
    ["a name and a password", {}, true],
    ["with one more field, as for the code in a picture", { names: 2 }, true],
    ["the password alone: somebody is asked to confirm", { names: 0 }, false],
    ["a new one, typed once", { fresh: 1 }, false],
    ["a change: the old one, and the new one twice", { passwords: 3, fresh: 2, names: 0 }, false],
    ["a registration", { names: 4 }, false],
    ["one with a date or a list", { otherFields: true }, false],
    ["a forgotten one: no password", { passwords: 0 }, false],
  ])("%s", (_, more, expected) => expect(signsIn({ ...plain, ...more })).toBe(expected));
});

describe("how the person came in", () => {
  it("a form that was sent says nothing until the portal knows somebody, and then by when it was sent", () => {
    expect(accessAfter(null, now - minute, "in", now)).toEqual({ way: "password", at: now - minute });
    expect(accessAfter(null, now - minute, "asked", now)).toBeNull();
  });

  it("somebody who is known without a form of that tab came in we know not how, or as they did before", () => {
    for (const known of [null, card, password]) expect(accessAfter(known, null, "in", now)).toBe(known);
  });

  it("who is asked again has gone, if it was by password; a login with the card is said with its time, and stays", () => {
    expect(accessAfter(password, null, "asked", now)).toBeNull();
    expect(accessAfter(card, now - minute, "asked", now)).toBe(card);
  });

  it("of a password and a card the later one counts", () => {
    expect(accessAfter(card, card.at + 1, "in", now)?.way).toBe("password");
    expect(accessAfter(card, card.at - 1, "in", now)).toBe(card);
    expect(accessAfter(card, card.at, "in", now)).toBe(card);
  });

  it("an attempt of long ago, or of a clock that was turned back, is none", () => {
    expect(accessAfter(null, now - 31 * minute, "in", now)).toBeNull();
    expect(accessAfter(null, now + 1, "in", now)).toBeNull();
  });
});
