// What a page says of its terms and notices, into the vault: a version is kept once.
import { sha256Hex } from "../../codec/sha256.ts";
import type { FromFrame, ToFrame } from "../../forms/line.ts";
import { languageKey, parseNoticeRecord, parsePortalNotice, parseSeenTerms, textOfTerms, toJson, versionsOf } from "../../notices/terms.ts";
import { sessionGet, sessionSet } from "../../platform/sessionStore.ts";
import type { VaultApi } from "../../vault/api.ts";

type Vault = Pick<VaultApi, "lock" | "records" | "inbox">;
type Seen = Extract<ToFrame, { kind: "terms/seen" }>;
type Kept = Extract<FromFrame, { kind: "terms/kept" }>;

/**
 * Notices that were said to be new while the vault was locked, which does not tell what is in it: by the hashes that name them, until the
 * browser closes.
 */
const saidSealed = "notices-sealed";
const mostSaid = 1_000;

/**
 * @returns what to tell the page: whether this version is new, which is not known while the vault is locked; or that it could not be
 * kept (no room, locked meanwhile), and is when it is seen the next time.
 */
export async function keepTerms(vault: Vault, wish: Seen, now: number): Promise<Kept> {
  return await keepAll(vault, wish, now).catch(() => ({ kind: "terms/kept", state: "failed", notices: 0 }) as const);
}

async function keepAll(vault: Vault, wish: Seen, now: number): Promise<Kept> {
  const { kind } = await vault.lock.state();
  if (kind === "none") return { kind: "terms/kept", state: "none", notices: 0 };
  const open = kind === "unlocked";
  const known = open ? (await vault.records.list("notices")).map(({ value }) => parseNoticeRecord(value)).filter((one) => one !== null) : [];
  let state: Kept["state"] = null;
  const said = parseSeenTerms(wish.terms);
  if (said) {
    const seen = { ...said, pageKey: languageKey(said) };
    const sha256 = await sha256Hex(textOfTerms(seen));
    const versions = versionsOf(known, seen.pageKey);
    // A version is named by its content: kept twice, it is still one.
    const id = `terms-${await sha256Hex(`${seen.pageKey}\n${sha256}`)}`;
    state = open ? (versions.length === 0 ? "first" : versions[0]?.sha256 === sha256 ? "same" : "changed") : "sealed";
    const again = versions.some((one) => one.sha256 === sha256);
    // What a locked vault has is not known here: words that it knows keep the day on which they were seen first.
    if (state !== "same" && !again) await vault.inbox.keep({ kind: "record", collection: "notices", id, value: toJson({ type: "terms", ...seen, sha256, firstSeen: now }), fresh: true });
    // Back to words that were in force before: that is a version of its own, by its day.
    else if (state === "changed") await vault.inbox.keep({ kind: "record", collection: "notices", id: `${id}-${now}`, value: toJson({ type: "terms", ...seen, sha256, firstSeen: now }) });
  }
  const before = open ? [] : await saidBefore();
  const fresh: string[] = [];
  for (const one of wish.notices.slice(0, 200)) {
    const notice = parsePortalNotice(one);
    if (!notice || known.some((old) => old.type === "notice" && old.title === notice.title && old.date === notice.date && old.text === notice.text)) continue;
    const id = `notice-${await sha256Hex(JSON.stringify([notice.title, notice.date, notice.text]))}`;
    await vault.inbox.keep({ kind: "record", collection: "notices", id, value: toJson({ type: "notice", ...notice, firstSeen: now }), fresh: true });
    if (!before.includes(id)) fresh.push(id);
  }
  if (!open && fresh.length > 0) await sessionSet(saidSealed, [...before, ...fresh].slice(-mostSaid));
  return { kind: "terms/kept", state, notices: fresh.length };
}

async function saidBefore(): Promise<readonly string[]> {
  const kept = await sessionGet(saidSealed);
  return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
}
