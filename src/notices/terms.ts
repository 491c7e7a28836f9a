// Versions of the portal's terms and of services' own terms, notices of the portal, and what the person decided about them.
// Records of the collection "notices".
import { isFields } from "../codec/fields.ts";
import type { Json } from "../vault/api.ts";

/** A text as a page shows it. */
export interface SeenTerms {
  readonly what: "portal" | "service";
  /** The same for each visit to the same terms. */
  readonly pageKey: string;
  readonly url: string;
  readonly title: string;
  /** The day that the page names, as it writes it; null: it names none. */
  readonly stated: string | null;
  readonly paragraphs: readonly string[];
}

export interface TermsVersion extends SeenTerms {
  readonly type: "terms";
  /** SHA-256 of the paragraphs, UTF-8, joined by line feeds; hexadecimal. */
  readonly sha256: string;
  /** Milliseconds since the epoch. */
  readonly firstSeen: number;
}

export const decisions = ["agree", "refuse", "later"] as const;
export type DecisionKind = (typeof decisions)[number];

/** What the person made of one version. */
export interface Decision {
  readonly type: "decision";
  readonly pageKey: string;
  readonly sha256: string;
  readonly decision: DecisionKind;
  readonly at: number;
}

export interface PortalNotice {
  readonly type: "notice";
  readonly title: string;
  readonly date: string | null;
  readonly text: string;
  readonly url: string;
  readonly firstSeen: number;
}

export type NoticeRecord = TermsVersion | Decision | PortalNotice;

/** As it lies in the vault. */
export interface KeptNotice {
  readonly id: string;
  readonly version: string;
  readonly record: NoticeRecord;
}

export function toJson(value: NoticeRecord): Json {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- plain data by its type
  return value as unknown as Json;
}

export const textOfTerms = ({ paragraphs }: Pick<SeenTerms, "paragraphs">): string => paragraphs.join("\n");

/** Names of parameters by which one page shows many texts; how somebody came there (a campaign, a session) makes none another. */
const nameOfOne = /^(?:id|code|slug|service|terms?|doc|document|(?:service|terms?|doc|document)[-_]?id)$/i;

/** The same for each visit to the same text. */
export function pageKeyOf({ origin, pathname, search }: Pick<Location, "origin" | "pathname" | "search">): string {
  const which = [...new URLSearchParams(search)].filter(([name]) => nameOfOne.test(name)).map((one) => one.join("=")).sort().join("&");
  return `${origin}${pathname.replace(/\/+$/, "")}${which === "" ? "" : `?${which}`}`.slice(0, 2_400);
}

/** The key of a text in its own language: a portal may have it in two at one address, and neither is a change of the other. */
export function languageKey({ pageKey, paragraphs }: Pick<SeenTerms, "pageKey" | "paragraphs">): string {
  const text = paragraphs.join(" ");
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  return count(/[a-z]/gi) > count(/[\u{10d0}-\u{10ff}]/gu) ? `${pageKey} (en)` : pageKey;
}

/** Without what tells apart texts of one page: what all of them were kept under before they were told apart. */
const pageAlone = (pageKey: string): string => pageKey.replace(/ \(en\)$/, "").replace(/\?.*$/s, "");

/** The key of a version as it was kept. One from before texts of one page were told apart has its place among them: else what it says of a later change were lost. */
function keyToday({ pageKey, url, paragraphs }: SeenTerms): string {
  const page = URL.canParse(url) ? new URL(url) : null;
  const whole = page !== null && pageKeyOf({ origin: page.origin, pathname: page.pathname, search: "" }) === pageKey ? pageKeyOf(page) : pageKey;
  return whole.endsWith(" (en)") ? whole : languageKey({ pageKey: whole, paragraphs });
}

/** What was decided before they were told apart was about these very words, too. */
const isAbout = (decision: Decision, { pageKey, sha256 }: Pick<TermsVersion, "pageKey" | "sha256">): boolean => decision.sha256 === sha256 && (decision.pageKey === pageKey || decision.pageKey === pageAlone(pageKey));

export function parseSeenTerms(value: unknown): SeenTerms | null {
  if (!isFields(value)) return null;
  const { what, pageKey, url, title, stated, paragraphs } = value;
  if ((what !== "portal" && what !== "service") || !isText(pageKey, 2_500) || !isText(url, 2_000) || !isText(title, 300)) return null;
  if (!Array.isArray(paragraphs) || paragraphs.length > 3_000 || !paragraphs.every((one): one is string => isText(one, 20_000))) return null;
  return { what, pageKey, url, title, stated: isText(stated, 40) ? stated : null, paragraphs };
}

export function parsePortalNotice(value: unknown): Omit<PortalNotice, "type" | "firstSeen"> | null {
  if (!isFields(value)) return null;
  const { title, date, text, url } = value;
  return isText(title, 300) && isText(text, 20_000) && isText(url, 2_000) ? { title, text, url, date: isText(date, 40) ? date : null } : null;
}

/** A record of "notices" as it was kept; null for one of another kind. */
export function parseNoticeRecord(value: unknown): NoticeRecord | null {
  if (!isFields(value)) return null;
  const { type, sha256, firstSeen, pageKey, decision, at } = value;
  if (type === "terms") {
    const seen = parseSeenTerms(value);
    return seen && typeof sha256 === "string" && typeof firstSeen === "number" ? { type, ...seen, pageKey: keyToday(seen), sha256, firstSeen } : null;
  }
  if (type === "decision") {
    const known = decisions.find((one) => one === decision);
    return known && isText(pageKey, 2_500) && typeof sha256 === "string" && typeof at === "number" ? { type, pageKey, sha256, decision: known, at } : null;
  }
  const notice = type === "notice" ? parsePortalNotice(value) : null;
  return notice && typeof firstSeen === "number" ? { type: "notice", ...notice, firstSeen } : null;
}

/** The versions of one text, newest first. */
export function versionsOf(records: readonly NoticeRecord[], pageKey: string): readonly TermsVersion[] {
  return records.filter((one): one is TermsVersion => one.type === "terms" && one.pageKey === pageKey).sort((one, other) => other.firstSeen - one.firstSeen);
}

/** The last decision about a version. */
export function decisionOn(records: readonly NoticeRecord[], version: TermsVersion): Decision | null {
  const all = records.filter((one): one is Decision => one.type === "decision" && isAbout(one, version));
  return all.sort((one, other) => other.at - one.at)[0] ?? null;
}

/** What goes with one that is removed: of terms, what was decided about this very version. */
export function removedWith(kept: readonly KeptNotice[], record: TermsVersion | PortalNotice): readonly KeptNotice[] {
  return kept.filter(({ record: one }) => {
    if (one === record) return true;
    return record.type === "terms" && one.type === "decision" && isAbout(one, record) && !kept.some(({ record: other }) => other !== record && other.type === "terms" && isAbout(one, other));
  });
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === "string" && value.length <= longest;
}
