import { describe, expect, it } from "vitest";
import { accessAfter, type Asked, type FormWay, type PortalAccess, sentAfter, type SentForm, signsIn } from "../../../src/favourites/access.ts";

const minute = 60_000;
const now = Date.UTC(2026, 10, 26, 9);
const card: PortalAccess = { way: "card", at: now - 10 * minute };
const password: PortalAccess = { way: "password", at: now - 10 * minute };
const sentAt = (at: number): SentForm => ({ way: "password", at });

describe("a form to sign in with", () => {
  const plain: Asked = { passwords: 1, fresh: 0, codes: 0, names: 1, otherFields: false };
  it.each<[string, Partial<Asked>, FormWay | null]>([
    ["a name and a password", {}, "password"],
    ["with one more field, as for the code in a picture", { names: 2 }, "password"],
    ["the password alone: who it is was said a step before", { names: 0 }, "password"],
    ["a password and the code of a generator", { codes: 1 }, "both"],
    ["a code alone", { passwords: 0, codes: 1, names: 0 }, "code"],
    ["a code in six fields, with the number that it was sent to", { passwords: 0, codes: 6 }, "code"],
    ["a code in a longer form", { passwords: 0, codes: 1, names: 2 }, null],
    ["a code in a form with a date or a list", { passwords: 0, codes: 1, names: 0, otherFields: true }, null],
    ["a forgotten one: a code, and a new password", { codes: 1, fresh: 1 }, null],
    ["a new one, typed once", { fresh: 1 }, null],
    ["a change: the old one, and the new one twice", { passwords: 3, fresh: 2, names: 0 }, null],
    ["a registration", { names: 4 }, null],
    ["one with a date or a list", { otherFields: true }, null],
    ["a name alone: no password, no code", { passwords: 0 }, null],
  ])("%s", (_, more, expected) => expect(signsIn({ ...plain, ...more })).toBe(expected));
});

it("a code after a password is the second step of one login; any other form begins anew", () => {
  const sent = (way: FormWay, at: number): SentForm => ({ way, at });
  expect(sentAfter(null, "code", now)).toEqual(sent("code", now));
  expect(sentAfter(sent("password", now - minute), "code", now)).toEqual(sent("both", now));
  expect(sentAfter(sent("both", now - minute), "code", now), "typed once more").toEqual(sent("both", now));
  expect(sentAfter(sent("password", now - 31 * minute), "code", now), "that one was given up").toEqual(sent("code", now));
  expect(sentAfter(sent("code", now - minute), "password", now)).toEqual(sent("password", now));
});

describe("how the person came in", () => {
  it("a form that was sent says nothing until the portal knows somebody, and then by when it was sent", () => {
    for (const way of ["password", "code", "both"] as const) {
      expect(accessAfter(null, { way, at: now - minute }, "in", now)).toEqual({ way, at: now - minute });
      expect(accessAfter(null, { way, at: now - minute }, "asked", now)).toBeNull();
    }
  });

  it("somebody who is known without a form of that tab came in we know not how, or as they did before", () => {
    for (const known of [null, card, password]) expect(accessAfter(known, null, "in", now)).toBe(known);
  });

  it("who is asked again has gone, if it was by a form; a login with the card is said with its time, and stays", () => {
    for (const way of ["password", "code", "both"] as const) expect(accessAfter({ ...password, way }, null, "asked", now)).toBeNull();
    expect(accessAfter(card, sentAt(now - minute), "asked", now)).toBe(card);
  });

  it("of a password and a card the later one counts", () => {
    expect(accessAfter(card, sentAt(card.at + 1), "in", now)?.way).toBe("password");
    expect(accessAfter(card, sentAt(card.at - 1), "in", now)).toBe(card);
    expect(accessAfter(card, sentAt(card.at), "in", now)).toBe(card);
  });

  it("an attempt of long ago, or of a clock that was turned back, is none", () => {
    expect(accessAfter(null, sentAt(now - 31 * minute), "in", now)).toBeNull();
    expect(accessAfter(null, sentAt(now + 1), "in", now)).toBeNull();
  });
});
