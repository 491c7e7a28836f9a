import { createDecipheriv, hkdfSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFromApp, parseFromClient, parseToApp, parseToClient, portName } from "../../../src/card/bridge/envelopes.ts";
import { parseAppFrame, parseClientFrame } from "../../../src/card/bridge/frames.ts";
import { isolatedAppId, isPairing, pairingCode } from "../../../src/card/bridge/pairingCode.ts";
import { boundTo, Seal } from "../../../src/card/bridge/seal.ts";
import { agreeVersion, channelVersions } from "../../../src/card/bridge/versions.ts";
import { appId, extensionId, record } from "./farEnd.ts";

const nonce = "0123456789abcdef0123456789abcdef";
const parsers = { parseFromApp, parseToApp, parseFromClient, parseToClient, parseAppFrame, parseClientFrame };

describe("what goes over the channel", () => {
  it("is read back as it was written, and what is not known in it is left out", () => {
    const hello = { kind: "hello", versions: channelVersions, app: "0.1.0", nonce, state: "ready" } as const;
    expect(parseFromApp({ ...hello, more: 1 })).toEqual(hello);
    const welcome = { kind: "welcome", versions: channelVersions, extension: "0.1.0", nonce, paired: false } as const;
    expect(parseToApp({ ...welcome, more: 1 })).toEqual(welcome);
    for (const frame of [
      { op: "open", version: 1, key: "AAAA" },
      { op: "connect", id: 1, reader: "x" },
      { op: "transmit", id: 2, card: 1, sealed: "AAAA" },
      { op: "control", id: 3, card: 1, feature: 6, sealed: "AAAA" },
      { op: "disconnect", id: 4, card: 1, disposition: "unpower" },
      { op: "cancel", id: 2 },
      { op: "refresh", id: 5 },
    ]) expect(parseClientFrame(frame)).toEqual(frame);
    for (const frame of [
      { op: "opened", key: "AAAA" },
      { op: "readers", readers: [record] },
      { op: "done", id: 1, connected: { card: 1, atr: "OwA=", protocol: "t1", apduLength: "short", features: [6] } },
      { op: "done", id: 2, sealed: "AAAA" },
      { op: "failed", id: 3, code: "CARD_REMOVED", detail: {} },
    ]) expect(parseAppFrame(frame)).toEqual(frame);
    expect(portName).toBe("moqalaqe-bridge");
  });

  it.each(Object.entries(parsers))("%s takes anything without throwing, and gives null or what it would read again", (_, parse) => {
    const kinds = fc.constantFrom("hello", "state", "frame", "alive", "welcome", "paired", "client", "status", "bye", "open", "opened", "readers", "done", "failed", "transmit", "control");
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ kind: kinds, op: kinds, id: fc.anything(), card: fc.anything(), client: fc.nat(), versions: fc.anything(), readers: fc.anything(), state: fc.anything(), sealed: fc.string(), key: fc.string() }, { requiredKeys: [] })), (value) => {
        const parsed = parse(value);
        if (parsed !== null) expect(parse(parsed)).toEqual(parsed);
      }),
    );
  });
});

describe("versions", () => {
  it.each([
    [[1, 1], [1, 1], 1],
    [[1, 3], [2, 5], 3],
    [[2, 5], [1, 3], 3],
    [[1, 1], [2, 3], "app-outdated"],
    [[2, 3], [1, 1], "extension-outdated"],
  ] as const)("app %j, extension %j: %s", (app, extension, expected) => {
    expect(agreeVersion({ oldest: app[0], newest: app[1] }, { oldest: extension[0], newest: extension[1] })).toBe(expected);
  });
});

describe("pairing", () => {
  const pairing = { appId, extensionId, appNonce: nonce, extensionNonce: nonce.replaceAll("0", "f") };
  it("the code is six digits, the same on both sides, and another one when anything is other", async () => {
    const code = await pairingCode(pairing);
    expect(code).toMatch(/^\d{3} \d{3}$/);
    expect(await pairingCode({ ...pairing })).toBe(code);
    for (const change of [{ appId: "b".repeat(56) }, { extensionId: "x" }, { appNonce: nonce.replace("0", "1") }, { extensionNonce: nonce }]) {
      expect(await pairingCode({ ...pairing, ...change })).not.toBe(code);
    }
    expect(isPairing(pairing)).toBe(true);
    expect(isPairing({ ...pairing, appNonce: 1 })).toBe(false);
  });

  it("only an isolated app's origin has an id", () => {
    expect(isolatedAppId(`isolated-app://${appId}`)).toBe(appId);
    for (const origin of [null, undefined, 1, "https://www.my.gov.ge", `https://${appId}`, `isolated-app://${appId}/`, `isolated-app://${appId}.x`, `isolated-app://${appId.slice(1)}`, `xisolated-app://${appId}`]) {
      expect(isolatedAppId(origin)).toBeNull();
    }
  });
});

describe("sealed bytes", () => {
  const context = { appId, extensionId, version: 1 };
  async function ends(appSide: Partial<typeof context> = {}) {
    const [a, b] = [await Seal.offer(), await Seal.offer()];
    return { client: await a.agree(b.key, "client", context), app: await b.agree(a.key, "app", { ...context, ...appSide }) };
  }
  const secret = Uint8Array.of(0, 0x20, 0, 0x81, 4, 0x31, 0x32, 0x33, 0x34);
  const bound = boundTo("transmit", 1);
  const closed = expect.objectContaining({ code: "BRIDGE_CLOSED" });

  it("are read by the other end alone, under the same number, for the same card", async () => {
    const { client, app } = await ends();
    const sealed = client.seal(1, bound, secret);
    expect(app.open(1, bound, sealed)).toEqual(secret);
    expect(() => app.open(2, bound, sealed)).toThrow(closed);
    expect(() => app.open(1, boundTo("transmit", 2), sealed)).toThrow(closed);
    expect(() => app.open(1, boundTo("control", 1, 6), sealed)).toThrow(closed);
    // Its own words sent back to it are not the other end's.
    expect(() => client.open(1, bound, sealed)).toThrow(closed);
    const others = await ends();
    expect(() => others.app.open(1, bound, sealed)).toThrow(closed);
    expect(client.open(1, bound, app.seal(1, bound, secret))).toEqual(secret);
  });

  it.each([{ appId: "b".repeat(56) }, { extensionId: "other" }, { version: 2 }])("ends that differ in %j can't read each other", async (other) => {
    const { client, app } = await ends(other);
    const sealed = client.seal(1, bound, secret);
    expect(() => app.open(1, bound, sealed)).toThrow(closed);
  });

  it("of every length, and nothing that was changed, cut or made up is read", async () => {
    const { client, app } = await ends();
    let id = 0;
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(), (plain, at) => {
        id += 1;
        const sealed = Buffer.from(client.seal(id, bound, plain), "base64");
        expect(sealed.length).toBe(plain.length + 16);
        expect(app.open(id, bound, sealed.toString("base64"))).toEqual(plain);
        const changed = Buffer.from(sealed);
        changed.writeUInt8(changed.readUInt8(at % changed.length) ^ 1, at % changed.length);
        for (const other of [changed, sealed.subarray(1), sealed.subarray(0, -1), Buffer.alloc(0), Buffer.alloc(16)]) {
          expect(() => app.open(id, bound, other.toString("base64"))).toThrow(closed);
        }
      }),
    );
    expect(() => app.open(id, bound, "not base64!")).toThrow(closed);
  });

  it("node's own ChaCha20-Poly1305 reads them, and the keys follow from both public keys, both ids and the version", async () => {
    const [own, ours] = [await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"]), await Seal.offer()];
    const ownKey = Buffer.from(await crypto.subtle.exportKey("raw", own.publicKey)).toString("base64");
    const client = await ours.agree(ownKey, "client", context);
    const peer = await crypto.subtle.importKey("raw", Buffer.from(ours.key, "base64"), { name: "ECDH", namedCurve: "P-256" }, false, []);
    const shared = new Uint8Array(await crypto.subtle.deriveBits({ name: "ECDH", public: peer }, own.privateKey, 256));
    const key = hkdfSync("sha256", shared, `${ours.key}\n${ownKey}`, `moqalaqe-bridge\n1\n${appId}\n${extensionId}\nto-app`, 32);
    const sealed = Buffer.from(client.seal(258, bound, secret), "base64");
    const decipher = createDecipheriv("chacha20-poly1305", new Uint8Array(key), Buffer.from("000000000000000000000102", "hex"), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(bound), { plaintextLength: secret.length });
    decipher.setAuthTag(sealed.subarray(-16));
    expect(Uint8Array.from(Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]))).toEqual(secret);
  });

  it("end with their session: nothing is sealed or opened with keys that were wiped", async () => {
    const { client, app } = await ends();
    const sealed = client.seal(1, bound, secret);
    client.end();
    app.end();
    expect(() => client.seal(2, bound, secret)).toThrow(closed);
    expect(() => app.open(1, bound, sealed)).toThrow(closed);
  });

  it("a key that is none is refused", async () => {
    const offer = await Seal.offer();
    for (const key of ["", "!", "AAAA", "BAAA".padEnd(88, "A")]) await expect(offer.agree(key, "client", context)).rejects.toMatchObject({ code: "BRIDGE_CLOSED" });
  });
});
