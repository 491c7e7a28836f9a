// What the page says of a report, and which files it takes together.
import { h } from "preact";
import { render } from "preact-render-to-string";
import { describe, expect, it, vi } from "vitest";
import catalogue from "../../../public/_locales/ka/messages.json" with { type: "json" };
import { format, formatDate, formatTime, type MessageKey } from "../../../src/i18n/catalogue.ts";
import { TextsContext } from "../../../src/i18n/useTexts.ts";
import { belated, type Checked } from "../../../src/home/verify/pairFiles.ts";
import { ReportView } from "../../../src/home/verify/ReportView.tsx";
import { fileReport, type Reason, type SignatureReport, type VerificationReport, verdictOf } from "../../../src/signing/verify/report.ts";

vi.mock("../../../src/i18n/texts.tsx", async () => await import("../../../src/i18n/useTexts.ts"));

const t = (key: MessageKey, values?: Readonly<Record<string, string | number>>): string => format(catalogue, key, values);
const texts = { language: "ka" as const, t, date: formatDate, time: formatTime };
const signature = (name: string, ...reasons: readonly Reason[]): SignatureReport => ({
  verdict: verdictOf(reasons), reasons, signer: { name, organization: null, notBefore: 0, notAfter: 1, serialNumber: "01", fingerprint: "ab" }, personalNumber: null,
  issuerName: null, chain: [], claimedTime: 0, timestamp: null, level: "B-B", algorithm: null, revocation: "unknown", revocationTime: null, addresses: [], covers: [],
});
const report = (form: VerificationReport["format"], reasons: readonly Reason[], ...signatures: readonly SignatureReport[]): VerificationReport => fileReport({ format: form, reasons, signatures, files: [] });
const shown = (one: VerificationReport): string => render(h(TextsContext.Provider, { value: texts }, h(ReportView, { report: one, online: "offline", onCheckOnline: () => undefined })));
const heading = (one: VerificationReport): string | undefined => /<h3>(.*?)<\/h3>/.exec(shown(one))?.[1];
const times = (html: string, words: string): number => html.split(words).length - 1;

describe("the verdict in one line", () => {
  it.each<[MessageKey, readonly Reason["code"][]]>([
    ["verify_verdict_valid", []],
    ["verify_verdict_valid_unasked", ["TIME_CLAIMED_ONLY", "REVOCATION_NOT_CHECKED"]],
    ["verify_verdict_valid_untimed", ["TIME_CLAIMED_ONLY"]],
    ["verify_verdict_unknown", ["ISSUER_NOT_TRUSTED", "REVOCATION_NOT_CHECKED"]],
    ["verify_verdict_invalid", ["CONTENT_CHANGED"]],
    ["verify_differs", ["CONTENT_DIFFERS", "REVOCATION_NOT_CHECKED"]],
    ["verify_verdict_invalid", ["CONTENT_DIFFERS", "SIGNATURE_WRONG"]],
  ])("%s: %j", (key, found) => {
    expect(heading(report("cades-detached", [], signature("ნინო", ...found.map((code) => ({ code })))))).toBe(t(key));
  });

  it.each<[Reason["code"], MessageKey]>([
    ["SIGNATURE_OTHER_KIND", "verify_other_kind_hint"],
    ["OFFICE_SIGNATURE", "verify_office_signature_hint"],
    ["FILE_ENCRYPTED", "verify_encrypted_hint"],
    ["FEATURE_UNKNOWN", "verify_meaning_unknown"],
  ])("%s is not “no signature”", (code, hint) => {
    const said = shown(report(null, [{ code }]));
    expect([said.includes(t("verify_verdict_unknown")), said.includes(t(hint)), said.includes(t("verify_nothing"))]).toEqual([true, true, false]);
  });

  it("what a valid signature leaves open stands under it, and whom to ask where no server is named", () => {
    const notice = shown(report("pades", [], signature("ნინო", { code: "REVOCATION_NOT_CHECKED" }, { code: "NOT_QUALIFIED" })));
    for (const key of ["verify_reason_REVOCATION_NOT_CHECKED", "verify_reason_NOT_QUALIFIED"] as const) expect(notice.indexOf(t(key))).toBeLessThan(notice.indexOf(t("verify_signed_by")));
    expect([times(notice, t("verify_reason_NOT_QUALIFIED")), notice.includes(t("verify_reasons"))]).toEqual([1, false]);
    expect(notice).toContain(t("verify_online_nowhere"));
  });

  it("of several signatures each signer is named with the verdict; a PDF's field names are not shown", () => {
    const said = shown(report("pades", [], signature("ნინო", { code: "LATER_CHANGES", subject: "Signature1" }), signature("გიორგი")));
    expect(said).toContain(`<bdi>ნინო</bdi>: ${t("verify_verdict_invalid")}`);
    expect(said).toContain(`<bdi>გიორგი</bdi>: ${t("verify_verdict_valid")}`);
    expect(said).not.toContain("Signature1");
  });

  it("a damaged container is said to be damaged once", () => {
    const said = shown(report("asic-e", [{ code: "CONTAINER_BROKEN", subject: "a.txt" }], signature("ნინო", { code: "CONTENT_CHANGED", subject: "a.txt" })));
    expect(times(said, t("verify_reason_CONTAINER_BROKEN"))).toBe(1);
  });
});

describe("a signature and its document, chosen one after the other", () => {
  const item = (id: number, name: string, found: VerificationReport | null): Checked => ({ id, file: new File([], name), content: null, report: found });
  const waits = report("cades-detached", [], signature("ნინო", { code: "CONTENT_NEEDED" }));
  const plain = report(null, []);

  it("belong together, whatever they are called and whichever came first", () => {
    for (const items of [[item(1, "a.p7s", waits), item(2, "b.txt", plain)], [item(2, "b.txt", plain), item(1, "a.p7s", waits)]]) expect(belated(items)).toMatchObject({ signature: 1, document: { id: 2 } });
  });

  it("by their names, where there are several", () => {
    expect(belated([item(1, "a.pdf.p7s", waits), item(2, "b.pdf", plain), item(3, "a.pdf", plain)])).toMatchObject({ signature: 1, document: { id: 3 } });
    expect(belated([item(1, "x.p7s", waits), item(2, "b.pdf", plain), item(3, "a.pdf", plain)])).toBeNull();
  });

  it("a file that has a signature of its own, or is still being checked, is nobody's document", () => {
    expect(belated([item(1, "a.p7s", waits), item(2, "b.pdf", report("pades", [], signature("გიორგი")))])).toBeNull();
    expect(belated([item(1, "a.p7s", waits), item(2, "b.pdf", null)])).toBeNull();
  });
});
