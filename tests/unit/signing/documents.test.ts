import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import en from "../../../public/_locales/en/messages.json" with { type: "json" };
import ka from "../../../public/_locales/ka/messages.json" with { type: "json" };
import { moved, clamped } from "../../../src/home/sign/blockPlace.ts";
import { type Chosen, fieldOf, initialSigning, reduceSigning, signable, unsaved, unsigned } from "../../../src/home/sign/signingState.ts";
import { CardError } from "../../../src/card/error.ts";
import { DistantFile, piecesOf } from "../../../src/codec/distantFile.ts";
import { noNetwork } from "../../../src/signing/port.ts";
import { verifyPdf } from "../../../src/signing/pades/verifyPdf.ts";
import { checkDocument } from "../../../src/signing/documents/check.ts";
import type { DocumentOutcome, SigningJob } from "../../../src/signing/documents/job.ts";
import { containerName, signedName } from "../../../src/signing/documents/names.ts";
import { signAll } from "../../../src/signing/documents/signAll.ts";
import { sightOf, textOf, visible } from "../../../src/ui/documents/fileFacts.ts";
import { sizeParts } from "../../../src/ui/sizes.ts";
import { anchors } from "../../../src/signing/trust/anchors.ts";
import { verifyFile } from "../../../src/signing/verify/verifyFile.ts";
import { authorities } from "../../virtual/ca/authority.ts";
import { samplePdf } from "../../virtual/pdf/samplePdf.ts";
import { font, fontName } from "../../virtual/pdf/signSample.ts";
import { keySigner } from "../../virtual/signing/keySigner.ts";

const job = (files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>): SigningJob => ({
  documents: Object.entries(files).map(([name, data]) => ({ name, data: new Blob([data]), block: null })),
  reason: "ვეთანხმები",
  timestampUrl: null,
  words: { signed: "ხელმოწერილია", reason: "მიზეზი", suffix: "ხელმოწერილი" },
});

async function run(wanted: SigningJob, sign: (digest: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>) {
  const outcomes: (DocumentOutcome | undefined)[] = wanted.documents.map(() => undefined);
  const prepared: number[] = [];
  const hashed: (readonly [number, string])[] = [];
  const read: (readonly [number, number])[] = [];
  const signer = { ...(await keySigner()), sign };
  const done = signAll(wanted, { signer, signerName: "ნინო", at: new Date(), shownTime: "24.11.2026 12:00", font, fontName, web: noNetwork, onPrepared: (count) => prepared.push(count), onAsking: () => undefined, onHashed: (index, hash) => hashed.push([index, Buffer.from(hash.digest).toString("hex")]), onRead: (count, of) => read.push([count, of]), onOutcome: (index, outcome) => void (outcomes[index] = outcome) });
  return { outcomes, prepared, read, hashed, done };
}

const files = { "a.pdf": samplePdf(), "secret.pdf": samplePdf({ trailer: "/Encrypt 3 0 R" }), "ფოტო.jpg": Uint8Array.of(0xff, 0xd8, 0xff), "b.pdf": samplePdf({ xref: "stream" }) };

describe("several documents", () => {
  it("all wait for the PIN together; what can't be signed is told before", async () => {
    const holder = await keySigner();
    const waiting: (() => void)[] = [];
    const { outcomes, prepared, done } = await run(job(files), (digest) => new Promise((resolve) => waiting.push(() => resolve(holder.sign(digest)))));
    while (prepared.at(-1) !== 4) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(waiting).toHaveLength(3);
    expect(outcomes.map((one) => one?.ok)).toEqual([undefined, false, undefined, undefined]);
    expect(outcomes[1]).toMatchObject({ error: { code: "PDF_ENCRYPTED" } });
    // One signed at once is given out at once, whatever becomes of the rest.
    waiting[0]?.();
    while (!outcomes[0]) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(outcomes[0]).toMatchObject({ ok: true, value: { name: "a-ხელმოწერილი.pdf", level: "B-B" } });
    waiting[1]?.();
    waiting[2]?.();
    await done;
    expect(outcomes[2]).toMatchObject({ ok: true, value: { name: "ფოტო.jpg.asice" } });
    expect(outcomes[3]).toMatchObject({ ok: true });
  });

  it("that lie elsewhere are signed there: what comes back is what is new, and where the rest lies", async () => {
    const holder = await keySigner();
    const originals: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = { "a.pdf": samplePdf(), "ფოტო.jpg": new Uint8Array(70_000).fill(0xd8) };
    const documents = Object.entries(originals).map(([name, data]) => ({ name, data: new DistantFile(name, "", async (from, to) => data.slice(from, to), data.length), block: null }));
    const { outcomes, done } = await run({ ...job({}), documents }, (digest) => holder.sign(digest));
    await done;
    for (const [at, original] of Object.values(originals).entries()) {
      const outcome = outcomes[at];
      const signed = outcome?.ok ? outcome.value : null;
      if (!signed) throw new Error("not signed");
      expect(signed.data).toBeInstanceOf(DistantFile);
      // Plain data, which crosses to another window; there it is put together with the original again.
      const pieces = structuredClone(piecesOf(signed.data).map((piece) => (piece instanceof Blob ? { size: piece.size } : piece)));
      expect(pieces).toContainEqual({ from: 0, to: original.length });
      expect(pieces.reduce((sum, piece) => sum + ("size" in piece ? piece.size : 0), 0)).toBeLessThan(40_000);
      const whole = new Blob(await Promise.all(piecesOf(signed.data).map(async (piece) => (piece instanceof Blob ? piece : original.slice(piece.from, piece.to)))));
      expect(Buffer.from(await signed.data.arrayBuffer()).equals(Buffer.from(await whole.arrayBuffer()))).toBe(true);
      const context = { anchors: anchors([(await authorities()).root]), now: Date.now() };
      expect(await verifyFile({ name: signed.name, data: whole }, null, context, verifyPdf)).toMatchObject({ verdict: "valid" });
    }
  });

  it("all into one container: one signature over all of them, whatever kind they are", async () => {
    const holder = await keySigner();
    const digests: Uint8Array[] = [];
    const { outcomes, prepared, read, hashed, done } = await run({ ...job(files), format: "container" }, (digest) => {
      digests.push(digest);
      return holder.sign(digest);
    });
    await done;
    expect(digests).toHaveLength(1);
    expect(prepared).toEqual([4]);
    const total = Object.values(files).reduce((sum, { length }) => sum + length, 0);
    expect(read.at(-1)).toEqual([total, total]);
    expect(hashed).toEqual(Object.values(files).map((data, i) => [i, createHash("sha256").update(data).digest("hex")]));
    expect(outcomes[0]).toMatchObject({ ok: true, value: { name: "a.pdf +3.asice", level: "B-B" } });
    expect(outcomes.slice(1)).toEqual([1, 2, 3].map(() => ({ ok: true, value: null })));
    const signed = outcomes[0]?.ok ? outcomes[0].value : null;
    const report = await verifyFile({ name: "x.asice", data: signed?.data ?? new Blob() }, null, { anchors: anchors([(await authorities()).root]), now: Date.now() });
    expect(report.verdict).toBe("valid");
    expect(report.files.map(({ name, state }) => [name, state])).toEqual(Object.keys(files).map((name) => [name, "signed"]));
  });

  it("a signature beside each document, or around it", async () => {
    const holder = await keySigner();
    for (const [format, ending] of [["detached", "p7s"], ["enveloping", "p7m"]] as const) {
      const { outcomes, done } = await run({ ...job(files), format }, (digest) => holder.sign(digest));
      await done;
      for (const [i, [name, bytes]] of Object.entries(files).entries()) {
        const outcome = outcomes[i];
        expect(outcome).toMatchObject({ ok: true, value: { name: `${name}.${ending}` } });
        const data = outcome?.ok ? (outcome.value?.data ?? new Blob()) : new Blob();
        const report = await verifyFile({ name: "x", data }, format === "detached" ? { name, data: new Blob([bytes]) } : null, { anchors: anchors([(await authorities()).root]), now: Date.now() });
        expect(report.verdict, `${format} ${name}`).toBe("valid");
      }
    }
  });

  it("a name that a container can't hold twice is told before the card is asked", async () => {
    const twice = job({ "a.txt": files["a.pdf"] });
    const { outcomes, done } = await run({ ...twice, format: "container", documents: [...twice.documents, ...twice.documents] }, () => Promise.reject(new Error("asked")));
    await done;
    expect(outcomes).toMatchObject([{ ok: false, error: { code: "NAME_UNUSABLE" } }, { ok: false, error: { code: "NAME_UNUSABLE" } }]);
  });

  it("a card that fails is the outcome of those it failed", async () => {
    const { outcomes, done } = await run(job({ "a.pdf": samplePdf() }), () => Promise.reject(new CardError("CARD_REMOVED", "gone")));
    await done;
    expect(outcomes[0]).toMatchObject({ ok: false, error: { code: "CARD_REMOVED" } });
  });
});

describe("before anybody types a PIN", () => {
  it("a document is looked at", async () => {
    const check = (data: Uint8Array<ArrayBuffer> | string) => checkDocument(new Blob([data]));
    expect(await check(samplePdf())).toEqual({ ok: true, kind: "pdf", permission: "everything", signatures: 0, fields: [] });
    expect(await check("text")).toEqual({ ok: true, kind: "other" });
    expect(await check(samplePdf().slice(0, 200))).toMatchObject({ ok: false, error: { code: "FILE_INCOMPLETE" } });
    expect(await check("%PDF-1.7\nstartxref\n9\n%%EOF")).toMatchObject({ ok: false, error: { code: "PDF_BROKEN" } });
    expect(await check("")).toMatchObject({ ok: false, error: { code: "FILE_EMPTY" } });
    expect(await check(samplePdf({ trailer: "/Encrypt 3 0 R" }))).toMatchObject({ ok: false, error: { code: "PDF_ENCRYPTED" } });
  });

  it("names of signed files leave the original's name free", () => {
    const names = ["a.pdf", "ხელშეკრულება.ვერსია 2.pdf", "noending", ".pdf"];
    expect(names.map((name) => signedName(name, "signed"))).toEqual(["a-signed.pdf", "ხელშეკრულება.ვერსია 2-signed.pdf", "noending-signed", ".pdf-signed"]);
    expect(signedName("ხელშეკრულება.pdf", ka.sign_doc_suffix.message)).toBe("ხელშეკრულება-ხელმოწერილი.pdf");
    expect(signedName("contract.pdf", en.sign_doc_suffix.message)).toBe("contract-signed.pdf");
  });

  it("a name that is as long as may be still fits with what is added, and keeps its ending", () => {
    for (const letter of ["a", "ა", "😀"]) {
      for (const made of [signedName(`${letter.repeat(250)}.pdf`, ka.sign_doc_suffix.message), containerName([`${letter.repeat(250)}.pdf`, "b.txt"])]) {
        expect(Buffer.byteLength(made)).toBeLessThanOrEqual(255);
        expect(made).toMatch(/-ხელმოწერილი\.pdf$| \+1\.asice$/u);
        expect(made).not.toMatch(/\p{Surrogate}/u);
        expect(made.startsWith(letter.repeat(40))).toBe(true);
      }
    }
  });

  it("every system takes what is added to a name", () => {
    for (const { message } of [ka.sign_doc_suffix, en.sign_doc_suffix]) expect(message).toMatch(/^[^<>:"/\\|?*\s.-]+$/u);
  });
});

describe("the page's documents", () => {
  it("from choosing to saving: what failed can be tried again, what is signed and not saved is in danger", async () => {
    let state = reduceSigning(initialSigning, { kind: "added", files: [new File([samplePdf()], "a.pdf"), new File(["x"], "b.txt")] });
    expect(signable(state)).toEqual([]);
    state = reduceSigning(state, { kind: "checked", id: 1, check: { ok: true, kind: "pdf", permission: "everything", signatures: 0, fields: [] } });
    state = reduceSigning(state, { kind: "checked", id: 2, check: { ok: true, kind: "other" } });
    expect(signable(state).map(({ id }) => id)).toEqual([1, 2]);
    state = reduceSigning(state, { kind: "outcome", id: 1, outcome: { ok: true, value: { name: "a-signed.pdf", data: new Blob(), level: "B-B", notices: [] } } });
    state = reduceSigning(state, { kind: "outcome", id: 2, outcome: { ok: false, error: { code: "FILE_UNREADABLE", message: "" } } });
    expect(signable(state).map(({ id }) => id)).toEqual([2]);
    expect(unsaved(state).map(({ id }) => id)).toEqual([1]);
    state = reduceSigning(state, { kind: "began" });
    expect(state.documents[1]?.outcome).toBeNull();
    state = reduceSigning(state, { kind: "saved", id: 1 });
    expect(unsaved(state)).toEqual([]);
    state = reduceSigning(state, { kind: "removed", id: 1 });
    expect(state.selected).toBe(2);
  });

  it("an empty field is filled in when it is the only one, or the chosen one", () => {
    const empty = (name: string) => ({ name, page: 0, rect: null });
    const chosen = (fields: readonly string[], field?: string | null): Chosen => ({ id: 1, file: new File([], "a.pdf"), check: { ok: true, kind: "pdf", permission: "everything", signatures: 0, fields: fields.map((one) => empty(one)) }, place: null, field, outcome: null });
    expect(fieldOf(chosen([]))).toBeNull();
    expect(fieldOf(chosen(["A"]))).toEqual(empty("A"));
    expect(fieldOf(chosen(["A"], null))).toBeNull();
    expect(fieldOf(chosen(["A", "B"]))).toBeNull();
    expect(fieldOf(chosen(["A", "B"], "B"))).toEqual(empty("B"));
    expect(fieldOf(chosen(["A", "B"], "C"))).toBeNull();
  });

  it("what can't be signed as a PDF can be signed beside it, but for what can't be read", () => {
    let state = reduceSigning(initialSigning, { kind: "added", files: [new File([], "a.pdf"), new File([], "b.pdf")] });
    state = reduceSigning(state, { kind: "checked", id: 1, check: { ok: false, error: { code: "PDF_ENCRYPTED", message: "" } } });
    state = reduceSigning(state, { kind: "checked", id: 2, check: { ok: false, error: { code: "FILE_UNREADABLE", message: "" } } });
    expect(signable(state)).toEqual([]);
    expect(unsigned(state).map(({ id }) => id)).toEqual([1]);
    state = reduceSigning(state, { kind: "format", format: "detached" });
    expect(signable(state).map(({ id }) => id)).toEqual([1]);
    // What is inside another document's container is not there to be saved.
    state = reduceSigning(state, { kind: "outcome", id: 1, outcome: { ok: true, value: null } });
    expect(unsaved(state)).toEqual([]);
  });
});

describe("the block's place", () => {
  const place = { x: 0.5, y: 0.5, width: 0.3, height: 0.1 };
  it("stays on the page, whatever keys are pressed", () => {
    let at = place;
    for (const key of ["ArrowLeft", "ArrowUp", "-"]) for (let i = 0; i < 200; i += 1) at = moved(at, key, i % 2 === 0) ?? at;
    expect(at).toMatchObject({ x: 0, y: 0 });
    for (const key of ["ArrowRight", "ArrowDown", "+"]) for (let i = 0; i < 200; i += 1) at = moved(at, key, true) ?? at;
    expect(at.x + at.width).toBeCloseTo(1);
    expect(at.y + at.height).toBeCloseTo(1);
    expect(moved(place, "Tab", false)).toBeNull();
    expect(clamped({ x: -1, y: 2, width: 9, height: 0 })).toEqual({ x: 0, y: 0.965, width: 1, height: 0.035 });
  });
});

describe("how a file can be shown", () => {
  it("by its bytes", async () => {
    expect(await sightOf(new Blob([samplePdf()]))).toBe("pdf");
    expect(await sightOf(new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0)]))).toBe("image");
    expect(await sightOf(new Blob(["გამარჯობა"]))).toBe("text");
    expect(await sightOf(new Blob([Uint8Array.of(0, 1, 2)]))).toBe("other");
  });
  it("what can't be seen in a text, or in somebody else's name, is shown by its number", async () => {
    expect(visible("ანგარიში\u202efdp.exe")).toBe("ანგარიში[U+202E]fdp.exe");
    expect(await textOf(new Blob(["გადაიხადე \u202e001 ლარი\n"]))).toBe("გადაიხადე [U+202E]001 ლარი\n");
  });
  it("sizes", () => {
    expect([sizeParts(0), sizeParts(1023), sizeParts(1536), sizeParts(100 * 1024 * 1024)]).toEqual([{ number: "0", unit: "b" }, { number: "1023", unit: "b" }, { number: "1.5", unit: "kb" }, { number: "100", unit: "mb" }]);
  });
});
