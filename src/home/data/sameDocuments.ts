// Documents of the vault bear an organisation's name as a text of their own: where two records become one, they follow.
import type { NamedDocument } from "../../consent/record/joined.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import { vaultOfPage } from "../vault/useVault.ts";

/** More than anybody keeps of one organisation. */
const most = 2000;

/** Those that bear one of these names, whichever of an organisation's they are. */
export async function documentsOf(names: readonly (string | null)[]): Promise<readonly DocumentView[]> {
  const { documents } = vaultOfPage();
  const found = await Promise.all([...new Set(names)].flatMap((organisation) => (organisation === null ? [] : [documents.search({ organisation, limit: most })])));
  return found.flatMap((one) => one.documents);
}

/** Of these, as they were before they were given that name, those that bear it still: the person may have given another one since. */
export async function bearingStill(all: readonly NamedDocument[], name: string): Promise<readonly NamedDocument[]> {
  const { documents } = vaultOfPage();
  const now = await Promise.all(all.map(({ documentId }) => documents.get(documentId).catch(() => null)));
  return all.filter((_, i) => now[i]?.organisation === name);
}

/** Gives each the name; one that another window is changing keeps its own. @returns how many kept it */
export async function nameDocuments(all: readonly NamedDocument[]): Promise<number> {
  const { documents } = vaultOfPage();
  const named = await Promise.allSettled(all.map(({ documentId, organisation }) => documents.change(documentId, { organisation })));
  return named.filter(({ status }) => status === "rejected").length;
}
