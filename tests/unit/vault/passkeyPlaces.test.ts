// What a passkey is called, so that one can be told from the other before it is taken away.
import { expect, it } from "vitest";
import { placesIn, wordsOfPasskey } from "../../../src/home/vault/passkeyPlaces.ts";
import type { Texts } from "../../../src/i18n/useTexts.ts";
import type { SlotView } from "../../../src/vault/api.ts";

const t: Texts["t"] = (key, values = {}) => `${key}(${Object.values(values).join(",")})`;
const slot = (slotId: string, kind: SlotView["kind"] = "passkey"): SlotView => ({ slotId, kind, madeOn: 20_000 });
const places = placesIn([
  { id: "passkey-a", value: { computer: "Chrome, Windows" } },
  { id: "passkey-b", value: { computer: null } },
  { id: "passkey-c", value: { computer: 7 } },
  { id: "lock", value: { computer: "no passkey's" } },
]);

it("says where it lies; one from before that was noted is a passkey like any", () => {
  expect([...places]).toEqual([["a", "Chrome, Windows"], ["b", null]]);
  const one = (id: string): string => wordsOfPasskey(t, [slot("s", "passphrase"), slot(id)], slot(id), places);
  expect([one("a"), one("b"), one("old")]).toEqual(["vault_way_passkey_computer(Chrome, Windows)", "vault_way_passkey_key()", "vault_way_passkey()"]);
});

it("several have numbers", () => {
  const all = [slot("s", "recovery"), slot("b"), slot("x")];
  expect([all[1], all[2]].map((one) => (one ? wordsOfPasskey(t, all, one, places) : ""))).toEqual(["vault_way_numbered(vault_way_passkey_key(),1)", "vault_way_numbered(vault_way_passkey(),2)"]);
});
