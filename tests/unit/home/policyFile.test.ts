// What a file gives to the reader of policies, or why it gives nothing. Saved pages need a browser: tests/e2e/data.test.ts.
import { describe, expect, it } from "vitest";
import { beginningOf, mostText } from "../../../src/home/data/beginning.ts";
import { Latest } from "../../../src/home/data/latest.ts";
import { policyFile } from "../../../src/home/data/policyFile.ts";
import type { OpenPdf } from "../../../src/ui/documents/pdfRenderer.ts";

const fails = (reason: Error) => () => Promise.reject(reason);
const never = fails(new Error("this is no PDF"));
const { signal } = new AbortController();
const pdf = new File(["%PDF-1.7\n…"], "policy.pdf");

/** A PDF of which each page says the same. */
function pages(count: number, said: string): { open: () => Promise<OpenPdf>; readonly read: number[]; readonly closed: () => boolean } {
  const read: number[] = [];
  let closed = false;
  const page = (index: number): ReturnType<OpenPdf["page"]> => {
    read.push(index);
    return Promise.resolve({ width: 1, height: 1, draw: () => Promise.resolve(), text: () => Promise.resolve(said), toPage: () => [0, 0, 0, 0] });
  };
  return { open: () => Promise.resolve({ pages: count, page, close: () => Promise.resolve(void (closed = true)) }), read, closed: () => closed };
}

describe("a policy from a file", () => {
  it("is its text, in whatever encoding it says", async () => {
    expect(await policyFile(new File(["ინახება ხუთი წელი."], "a.txt"), never, signal)).toEqual({ text: "ინახება ხუთი წელი.", only: null });
    const utf16 = Buffer.from("\ufeffინახება ხუთი წელი.", "utf16le");
    expect(await policyFile(new File([utf16], "a.txt"), never, signal)).toEqual({ text: "ინახება ხუთი წელი.", only: null });
    expect(await policyFile(pdf, pages(2, "ინახება ხუთი წელი.").open, signal)).toEqual({ text: "ინახება ხუთი წელი.\nინახება ხუთი წელი.", only: null });
  });

  it("says by its cause why there is no text", async () => {
    expect(await policyFile(new File([new Uint8Array((20 << 20) + 1)], "a.txt"), never, signal)).toEqual({ unread: "large" });
    const gone = new File(["x"], "a.txt");
    Object.defineProperty(gone, "arrayBuffer", { value: fails(new DOMException("moved", "NotFoundError")) });
    expect(await policyFile(gone, never, signal)).toEqual({ unread: "gone" });
    expect(await policyFile(pdf, fails(Object.assign(new Error("no password given"), { name: "PasswordException" })), signal)).toEqual({ unread: "locked" });
    expect(await policyFile(pdf, fails(Object.assign(new Error("no xref"), { name: "InvalidPDFException" })), signal)).toEqual({ unread: "damaged" });
    expect(await policyFile(new File([new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0])], "a.docx"), never, signal)).toEqual({ unread: "binary" });
    expect(await policyFile(pdf, pages(3, " ").open, signal)).toEqual({ unread: "scan" });
    expect(await policyFile(new File([" \n\n "], "a.txt"), never, signal)).toEqual({ unread: "empty" });
  });

  it("is read as far as a policy goes, and says so", async () => {
    const long = pages(101, "გვერდი.");
    expect(await policyFile(pdf, long.open, signal)).toMatchObject({ only: "pages" });
    expect(long.read).toHaveLength(100);
    const book = pages(40, "სიტყვა ".repeat(7_000));
    const begun = await policyFile(pdf, book.open, signal);
    expect(begun).toMatchObject({ only: "text" });
    expect("text" in begun ? begun.text.length : 0).toBeLessThanOrEqual(mostText);
    expect(book.read.length).toBeLessThan(10);
    expect(await policyFile(new File(["სიტყვა ".repeat(100_000)], "a.txt"), never, signal)).toMatchObject({ only: "text" });
  });

  it("of a long text takes whole words", () => {
    const text = `${"ა".repeat(mostText - 3)} ბანკებს`;
    expect(beginningOf(text)).toEqual({ text: "ა".repeat(mostText - 3), cut: true });
    expect(beginningOf("ა".repeat(mostText + 1)).text).toHaveLength(mostText);
    expect(beginningOf("ა")).toEqual({ text: "ა", cut: false });
  });

  it("is left and closed where another was chosen meanwhile", async () => {
    const first = pages(3, "ა");
    const latest = new Latest();
    let turn: () => void = () => undefined;
    const waits = new Promise<void>((resolve) => void (turn = resolve));
    const earlier = latest.run((before) => policyFile(pdf, async () => (await waits, first.open()), before));
    const later = latest.run((now) => policyFile(new File(["ბ"], "b.txt"), never, now));
    turn();
    expect(await earlier).toBeNull();
    expect(await later).toEqual({ text: "ბ", only: null });
    expect(first.read).toEqual([]);
    expect(first.closed()).toBe(true);
    await expect(latest.run(() => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
  });
});
