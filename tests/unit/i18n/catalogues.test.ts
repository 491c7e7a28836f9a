import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import en from "../../../public/_locales/en/messages.json" with { type: "json" };
import ka from "../../../public/_locales/ka/messages.json" with { type: "json" };
import { cardErrorCodes } from "../../../src/card/error.ts";
import { vaultErrorCodes } from "../../../src/vault/error.ts";
import { reasonGrades } from "../../../src/signing/verify/report.ts";

vi.mock("../../../src/platform/browser.ts", () => ({ browser: {} }));
const { format, formatDate } = await import("../../../src/i18n/catalogue.ts");

type Messages = Readonly<Record<string, { readonly message: string; readonly placeholders?: Readonly<Record<string, { readonly content: string }>> }>>;
const catalogues: Readonly<Record<"ka" | "en", Messages>> = { ka, en };
const keys = Object.keys(ka);
const places = (message: string): readonly string[] => [...message.matchAll(/\$([A-Z0-9_]+)\$/g)].map(([, name = ""]) => name).toSorted();

/** Everything under src, and the manifest, as text. */
const source = ((): string => {
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  return [...files.map((name) => readFileSync(join(root, "src", name), "utf8")), readFileSync(join(root, "manifest.json"), "utf8")].join("\n");
})();

/** Keys made of parts: `error_${code}_title` and the like. */
const families: readonly RegExp[] = [
  /^data_send_(portal|mail|portalPlain|mailPlain|post|postSigned|person)_[1-3]$/,
  /^data_(history|matter|unreadable|field|unread|tile|tab|only|sort|sector|category|kind|phase|event|state|form|role|basis|confidence|special|told|source|alert|step|missing|stage|rule|unit|span|problem|channel|proof|outcome|words|on|asker|refused|wizard|group|item|asked|answer|answer_by|to|who|who_hint|kept_as|came|act|cause|ended|follows|confirm|enter)_[A-Za-z]+(_text)?$/,
  /^error_[A-Z_]+_(title|meaning|next)$/,
  /^os_(windows|macos|linux|chromeos)_READER_(PROTECTED|HELD|DENIED)$/,
  /^home_(nav|pin|cert|state)_[a-z_]+$/,
  /^road_(name|state|closed|if|step|connector)_[a-z]+$/,
  /^home_step[1-4](_text)?$/,
  /^home_more_(data|documents|sign)$/,
  /^home_sites_(bad|refused)$/,
  /^size_(b|kb|mb|gb)$/,
  /^sign_doc_state_(container|detached|enveloping)$/,
  /^sign_format_(own|container|detached|enveloping)$/,
  /^sign_error_[A-Z_]+$/,
  /^sign_doc_asking_(stamping|proving)$/,
  /^home_tool_[a-z]+(_hint)?$/,
  /^home_drift_what_[a-z_]+$/,
  /^home_map_(kept|returned|bad_[a-z]+)$/,
  /^verify_(verdict|meaning|revocation)_[a-z]+$/,
  /^verify_reason_[A-Z_]+$/,
  /^verify_file_[a-z]+$/,
  /^popup_vault_(none|locked|unlocked)$/,
  /^popup_organisation_(name|registryCode|email|phone|policy|stored|added|sealed|failed|unreadable|late)$/,
  /^page_form_(stored|sealed|none|full|failed|tools_(locked|none))$/,
  /^page_answer_(stored|sealed|part|stopped|none|full|failed)$/,
  /^form_documents_(kept|twice|stopped|not_given|broken|full|failed|put|unput)$/,
  /^form_answer_(complete|reasoned|correct)$/,
  /^own_(due|due_go|change|kept)_[A-Za-z]+(_over)?$/,
  /^form_vault_(none|locked)_(answers|applications|data|documents|personal|profile|terms)$/,
  /^pass_good_[a-z]+$/,
  /^prof_(phone|email)(_hint|_wrong)?$/,
  /^reg_(have|best|way|bring|step|devices)_[a-z]+(_\d)?$/,
  /^home_kept_[a-z]+(_text)?$/,
  /^page_consent_(stored|sealed|none|failed)$/,
  /^page_sign_(changed|refused|gone|(failed|gone|no_answer)_site)$/,
  /^sign_keep_(stored|sealed|failed)$/,
  /^unitool_problem_[a-z_]+$/,
  /^page_terms_(first|same|changed|sealed|none|failed)$/,
  /^form_terms_(agree|refuse|later)(_made)?$/,
  /^home_settings_(language|profile|tools|map|shortcut|sites|kept|erase)$/,
  /^fav_(access_(card|password|code|both)|category_\d|view_(own|categories|recent)|place_(computer|vault)(_hint)?)$/,
  /^data_answer_not_[a-z]+$/,
  /^data_own_(rules_(added|changed|removed)|unit_[A-Za-z]+)$/,
  /^care_(here|title|explain|note|last|begin|current|submit|weak|keypad|done)_[a-z_]+$/,
  /^bridge_(system|free)_(windows|macos|linux|chromeos)$/,
  /^bridge_(developer|managed)_[1-6]$/,
  /^bridge_user_(prompt|home|other)$/,
  /^bridge_pair_answer_(different|gone)$/,
  /^common_(language_(ka|en)|error|information|success|warning)$/,
  /^vault_(error|category|collection|strength|signed|period|way)_[A-Za-z_]+$/,
  /^vault_passphrase_(short|differ)$/,
];

describe("the catalogues", () => {
  it("have the same keys, each with the same places to fill", () => {
    expect(Object.keys(en).toSorted()).toEqual(keys.toSorted());
    for (const key of keys) expect(places(catalogues.en[key]?.message ?? ""), key).toEqual(places(catalogues.ka[key]?.message ?? ""));
  });

  it.each(["ka", "en"] as const)("%s: no text is empty, none has blanks at its ends or two in a row", (language) => {
    for (const [key, { message, placeholders }] of Object.entries(catalogues[language])) {
      expect(message.trim(), key).toBe(message);
      expect(message, key).not.toBe("");
      expect(message, key).not.toMatch(/ {2}|\u00a0\u00a0/);
      // chrome.i18n refuses a place that is not declared.
      expect(Object.keys(placeholders ?? {}).map((name) => name.toUpperCase()).toSorted(), key).toEqual([...new Set(places(message))]);
    }
  });

  it("Georgian words have Georgian letters only, of one kind", () => {
    for (const [key, { message }] of Object.entries(catalogues.ka)) {
      const text = message.replaceAll(/\$[A-Z0-9_]+\$/g, "");
      // A Latin, Cyrillic or Greek letter beside a Georgian one (a hyphen may join a foreign name and its ending).
      expect(text, key).not.toMatch(/\p{Script=Georgian}[A-Za-z\p{Script=Cyrillic}\p{Script=Greek}]|[A-Za-z\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Georgian}/u);
      expect(text, key).not.toMatch(/[\p{Script=Cyrillic}\p{Script=Greek}\u10A0-\u10C5\u1C90-\u1CBF]/u);
      // Georgian quotation marks; straight ones stand in commands only.
      if (!text.includes("udev")) expect(text, key).not.toContain('"');
    }
  });

  it("Georgian texts are Georgian: only names, abbreviations and commands stay Latin", () => {
    const latin = Object.entries(catalogues.ka).filter(([key, { message }]) => !/\p{Script=Georgian}/u.test(message) && !["common_language_en"].includes(key));
    expect(latin.map(([key]) => key)).toEqual([]);
  });

  it("nothing breaks where it would be read wrongly: “4‑ნიშნა”, “Google‑ის”, “3 მბ”", () => {
    const units = {
      ka: "(ციფრი|ნიშანი|ნიშნამდე|ჩანაწერი|ცდა|დღე|ბაიტი|[კმგ]ბ|თვე|კვირა|წელი|წამი|წუთი|საათ|გვერდი)",
      en: "([KkMG]?B|bytes|digit|character|tries|days?|months?|weeks?|years?|seconds?|minutes?)\\b",
    };
    for (const language of ["ka", "en"] as const) {
      for (const [key, { message }] of Object.entries(catalogues[language])) {
        // A break after this hyphen leaves an ending, or a number, alone on its line: U+2011 has none after it.
        expect(message, key).not.toMatch(/[\p{Script=Latin}\d$.)]-\p{Script=Georgian}|\p{Script=Georgian}-[\d$]|\d-[a-z]|\b[Ee]-mail/u);
        // A number and its unit: U+00A0.
        expect(message, key).not.toMatch(new RegExp(`(\\d|\\$(COUNT|NUMBER|MAX|SIZE)\\$) ${units[language]}`, "u"));
      }
    }
  });

  it("no size is “1 bytes”", () => {
    expect(Object.entries(catalogues.en).filter(([, { message }]) => /\$(NUMBER|SIZE)\$\u00a0?\s?bytes\b/u.test(message)).map(([key]) => key)).toEqual([]);
  });

  it("one thing has one word (docs/architecture.md, “Words”)", () => {
    const others = { "საბუთ": "დოკუმენტი", "პასკ": "წვდომის გასაღები", "ელ. ფოსტა": "ელფოსტა", "ელ-ფოსტა": "ელფოსტა", "იმეილ": "ელფოსტა", "დრაფტ": "შავი პირი", "თითის ანაბეჭდ": "ანაბეჭდი", "ციფრიან": "4‑ნიშნა", "დაშავებ": "ბარათს არაფერი მოსვლია" } as const;
    const wrong = Object.entries(ka).flatMap(([key, { message }]) => Object.entries(others).filter(([word]) => message.replaceAll(/დასაბუთ|დაუსაბუთ/g, "").includes(word)).map(([, right]) => `${key}: ${right}`));
    expect(wrong).toEqual([]);
  });

  it("organisations are counted over all records, which a number before them must not make one", () => {
    expect(ka.data_tile_organisations.message).toMatch(/^ორგანიზაცია .*ჩანაწერებში$/);
  });

  it("English texts have the printed apostrophe and quotation marks; straight ones stand in commands only", () => {
    const straight = Object.entries(catalogues.en).filter(([key, { message }]) => message.includes("'") || (message.includes('"') && !key.startsWith("os_linux") && !key.startsWith("bridge_free_linux")));
    expect(straight.map(([key]) => key)).toEqual([]);
  });

  it("English texts are English", () => {
    const foreign = Object.entries(catalogues.en).filter(([key, { message }]) => /\p{Script=Georgian}/u.test(message) && !["common_language_ka", "extension_name"].includes(key));
    expect(foreign).toEqual([]);
  });

  it("every error says what happened, what it means and what to do next", () => {
    for (const code of cardErrorCodes) {
      for (const part of ["title", "meaning", "next"]) expect(keys, `error_${code}_${part}`).toContain(`error_${code}_${part}`);
    }
    for (const code of vaultErrorCodes) expect(keys).toContain(`vault_error_${code}`);
    for (const system of ["windows", "macos", "linux", "chromeos"]) {
      for (const code of ["READER_PROTECTED", "READER_HELD", "READER_DENIED"]) expect(keys).toContain(`os_${system}_${code}`);
    }
  });

  it("every reason of a verification has its words", () => {
    for (const code of Object.keys(reasonGrades)) expect(keys).toContain(`verify_reason_${code}`);
  });

  it("every key is used, and every key that the code names exists", () => {
    const unused = keys.filter((key) => !source.includes(`"${key}"`) && !source.includes(`__MSG_${key}__`) && !families.some((family) => family.test(key)));
    expect(unused).toEqual([]);
    const named = [...source.matchAll(/\bt\(\s*"([a-z]+_[A-Za-z0-9_]+)"/g)].map(([, key = ""]) => key);
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((key) => !keys.includes(key))).toEqual([]);
  });
});

describe("texts", () => {
  it("places are filled, a missing key shows itself", () => {
    const catalogue = { a: { message: "$COUNT$ of $TOTAL$" } };
    expect(format(catalogue, "a", { COUNT: 1, TOTAL: 2 })).toBe("1 of 2");
    expect(format(catalogue, "a", { COUNT: 1 })).toBe("1 of $TOTAL$");
    expect(format(catalogue, "b")).toBe("b");
  });
  it("one day, two days", () => {
    const catalogue = { a: { message: "$COUNT$ working day(s), $NAME$" } };
    expect(format(catalogue, "a", { COUNT: 1, NAME: "x(s)" })).toBe("1 working day, x(s)");
    expect(format(catalogue, "a", { COUNT: "10", NAME: "x" })).toBe("10 working days, x");
    // Where a text says "day(s)", something is counted, and Georgian has no need of it.
    for (const [key, { message }] of Object.entries(ka)) expect(message, key).not.toContain("(s)");
  });
  it("dates as in Georgia", () => {
    expect(formatDate(new Date(2026, 10, 4, 12).getTime())).toBe("04.11.2026");
  });
});
