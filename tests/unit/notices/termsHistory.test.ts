// The versions of a text as a list to choose from.
import { h } from "preact";
import { render } from "preact-render-to-string";
import { expect, it } from "vitest";
import catalogue from "../../../public/_locales/ka/messages.json" with { type: "json" };
import { format, formatDate, formatTime, type MessageKey } from "../../../src/i18n/catalogue.ts";
import { TextsContext } from "../../../src/i18n/useTexts.ts";
import type { TermsVersion } from "../../../src/notices/terms.ts";
import { TermsHistory } from "../../../src/ui/terms/TermsHistory.tsx";
import type { VaultClient } from "../../../src/vault/client.ts";

const texts = { language: "ka" as const, t: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => format(catalogue, key, values), date: formatDate, time: formatTime };
const at = (day: number, hour: number): number => new Date(2026, 10, day, hour, 5).getTime();
const version = (sha256: string, firstSeen: number): TermsVersion => ({ type: "terms", what: "portal", pageKey: "k", url: "https://www.my.gov.ge/terms", title: "წესი", stated: null, paragraphs: [sha256], sha256, firstSeen });

it("two versions of one day are told apart by the hour; the others have none", () => {
  const html = render(h(TextsContext.Provider, { value: texts }, h(TermsHistory, { vault: {} as VaultClient, versions: [version("c", at(27, 16)), version("b", at(27, 9)), version("a", at(20, 9))], records: [], onOpen: () => undefined })));
  const names = [...html.matchAll(/<option[^>]*>([^<]*)</g)].map((one) => one[1]);
  const seen = (day: number): string => texts.t("form_terms_version", { DATE: texts.date(at(day, 0)) });
  expect(names).toEqual([`${seen(27)}, 16:05`, `${seen(27)}, 09:05`, seen(20)]);
  // Where the window is so narrow that the closed list cuts it off, the one that is shown stands whole under it.
  expect(/<p class="[^"]*when-cut[^"]*"[^>]*>([^<]*)</.exec(html)?.[1]).toBe(`${seen(27)}, 16:05`);
});
