// [Note: own drafts] What is typed into a form of ours is kept as it is typed: the browser's Back, a click in the menu, a
// reload and the vault's lock take a form from sight without a word. It is a record of the vault's "drafts", under the form's
// place, sealed while the vault is locked (`inbox.keep`), and gone once the form is saved or given up. Only what the vault
// does not have yet is in this page's memory.
import { type OwnDraft, ownFormId, parseOwnDraft } from "../../forms/ownForm.ts";
import type { Json } from "../../vault/api.ts";
import { vaultOfPage } from "../vault/useVault.ts";

/** This window, among several that may have the same form open. */
export const thisWindow: string = crypto.randomUUID();

/** On its way into the vault; null: to be thrown away. */
const underWay = new Map<string, OwnDraft | null>();
let last: Promise<unknown> = Promise.resolve();

/** @param place the form's address in the page */
export async function ownDraft(place: string): Promise<OwnDraft | null> {
  const newest = underWay.get(place);
  return newest === undefined ? parseOwnDraft((await vaultOfPage().records.get("drafts", ownFormId(place)))?.value) : newest;
}

/** One after the other, so that the newest is what stays; what can't be kept now goes with the next one. */
export function keepOwnDraft(place: string, draft: Omit<OwnDraft, "by"> | null): void {
  const mine = draft && { ...draft, by: thisWindow };
  underWay.set(place, mine);
  last = last.then(() => write(place, mine)).catch(() => undefined);
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
