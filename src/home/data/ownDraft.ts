// [Note: own drafts] What is typed into a form of ours is kept as it is typed: the browser's Back, a click in the menu, a
// reload and the vault's lock take a form from sight without a word. It is a record of the vault's "drafts", under the form's
// place, sealed while the vault is locked (`inbox.keep`), and gone once the form is saved or given up. Only what the vault
// does not have yet is in this page's memory.
import { Mutex } from "../../async/mutex.ts";
import { type OwnDraft, ownFormId, parseOwnDraft } from "../../forms/ownForm.ts";
import type { Json } from "../../vault/api.ts";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import { vaultOfPage } from "../vault/useVault.ts";

/** This window, among several that may have the same form open. */
export const thisWindow: string = crypto.randomUUID();

/** On its way into the vault; null: to be thrown away. */
const underWay = new Map<string, OwnDraft | null>();
const queue = new Mutex();

/**
 * [Note: words that found no room] Why what was typed in a place is in this page's memory only: the disk is full, or the vault
 * can't be written to. The form says so, the browser asks before the page goes, and it is tried again by itself.
 */
const troubles = new Map<string, VaultErrorCode>();
const followers = new Set<() => void>();
const againMs = 5_000;

/** Why the newest words of a place are not kept; null: they are. */
export function draftTrouble(place: string): VaultErrorCode | null {
  return troubles.get(place) ?? null;
}

/** @returns ends it */
export function onDraftTrouble(listener: () => void): () => void {
  followers.add(listener);
  return () => void followers.delete(listener);
}

const ask = (event: Event): void => event.preventDefault();

function setTrouble(place: string, code: VaultErrorCode | null): void {
  if (draftTrouble(place) === code) return;
  if (code) troubles.set(place, code);
  else troubles.delete(place);
  if (troubles.size > 0) addEventListener("beforeunload", ask);
  else removeEventListener("beforeunload", ask);
  for (const follower of followers) follower();
}

/** @param place the form's address in the page */
export async function ownDraft(place: string): Promise<OwnDraft | null> {
  const newest = underWay.get(place);
  return newest === undefined ? parseOwnDraft((await vaultOfPage().records.get("drafts", ownFormId(place)))?.value) : newest;
}

/** One after the other, so that the newest is what stays; what can't be kept now is tried again. See: [Note: words that found no room]. */
export function keepOwnDraft(place: string, draft: Omit<OwnDraft, "by"> | null): void {
  const mine = draft && { ...draft, by: thisWindow };
  underWay.set(place, mine);
  inTurn(place, mine);
}

function inTurn(place: string, draft: OwnDraft | null): void {
  void queue.run(() => settle(place, draft));
}

async function settle(place: string, draft: OwnDraft | null): Promise<void> {
  await write(place, draft).then(
    () => (underWay.has(place) ? undefined : setTrouble(place, null)),
    (error: unknown) => {
      // Newer words are on their way already.
      if (underWay.get(place) !== draft) return;
      if (draft) {
        setTrouble(place, codeOf(error));
        setTimeout(() => inTurn(place, draft), againMs);
        return;
      }
      // What is thrown away nobody waits for; a locked vault throws nothing away, a full disk may at any time.
      setTrouble(place, null);
      if (codeOf(error) !== "VAULT_LOCKED") {
        setTimeout(() => inTurn(place, null), againMs);
        return;
      }
      const stop = vaultOfPage().onEvent((event) => {
        if (event.kind !== "state" || event.state.kind !== "unlocked") return;
        stop();
        inTurn(place, null);
      });
    },
  );
}

async function write(place: string, draft: OwnDraft | null): Promise<void> {
  if (underWay.get(place) !== draft) return;
  const { inbox, records } = vaultOfPage();
  const keep = (): Promise<unknown> => inbox.keep({ kind: "record", collection: "drafts", id: ownFormId(place), value: draft && jsonOf(draft) });
  // A vault that is just being locked takes its worker along: the next call finds the next one, which seals it.
  if (draft) await keep().catch(keep);
  else await records.remove("drafts", ownFormId(place));
  if (underWay.get(place) === draft) underWay.delete(place);
}

function jsonOf(draft: OwnDraft): Json {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a form's fields are plain data
  return { type: "ownForm", ...draft } as unknown as Json;
}
