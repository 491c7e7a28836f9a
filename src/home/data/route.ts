// Where in "Who holds my data" the person is, in the address's fragment, so that back, forward and bookmarks work.
import { useMemo } from "preact/hooks";
import { partsOfFragment } from "../../codec/fragment.ts";
import { useAddress } from "../useAddress.ts";

export const tabs = ["holdings", "organisations", "requests", "applications", "flows", "portal", "history", "exchange"] as const;
export type Tab = (typeof tabs)[number];

/** Views of one thing, named by its id. */
const files = ["organisation", "who", "request", "edit", "consent", "consented", "kept", "due"] as const;

export type Route =
  /** `only`: what the list begins narrowed to, if anything. */
  | { readonly view: Tab; readonly only: string | null }
  /**
   * `who`: an organisation's own details. `consent`: one of them; `consented`: a new one, for that holding. `kept`: what the
   * portal said, to make a record of it. `due`: whatever a reminder of that name is about.
   */
  | { readonly view: (typeof files)[number]; readonly id: string }
  /** `consentId`: the one that is taken back. `aboutId`: the request that this one follows. */
  | { readonly view: "ask"; readonly kind: string | null; readonly organisationId: string | null; readonly holdingId: string | null; readonly consentId: string | null; readonly aboutId: string | null }
  /** An answer was not as it must be: a request of this kind about it. */
  | { readonly view: "answer"; readonly id: string; readonly kind: string }
  /** Whether two records are of one organisation; `otherId`: null: it is to be chosen. */
  | { readonly view: "same"; readonly id: string; readonly otherId: string | null }
  /** Two records of one database. */
  | { readonly view: "alike"; readonly id: string; readonly otherId: string }
  | { readonly view: "read" }
  /** An answer that came by post or mail; null: it is not in the vault yet. */
  | { readonly view: "letter"; readonly documentId: string | null }
  | { readonly view: "add"; readonly organisationId: string | null };

export function routeOf(hash: string): Route {
  const [section, view = "", first = "", second = "", third = "", fourth = "", fifth = ""] = partsOfFragment(hash);
  if (section !== "data") return { view: "holdings", only: null };
  const file = files.find((one) => one === view);
  if (file) return { view: file, id: first };
  if (view === "answer") return { view, id: first, kind: second };
  if (view === "same") return { view, id: first, otherId: second || null };
  if (view === "alike") return { view, id: first, otherId: second };
  if (view === "read") return { view };
  if (view === "letter") return { view, documentId: first || null };
  if (view === "ask") return { view, kind: first || null, organisationId: second || null, holdingId: third || null, consentId: fourth || null, aboutId: fifth || null };
  if (view === "add") return { view, organisationId: first || null };
  return { view: tabs.find((one) => one === view) ?? "holdings", only: first || null };
}

const toTop = (): void => scrollTo(0, 0);

export function useRoute(): Route {
  const hash = useAddress(toTop);
  return useMemo(() => routeOf(hash), [hash]);
}

export const go = (hash: string): void => void (location.hash = hash);

/** Back to where the person came from; where the form was opened in a tab of its own, to the list. */
export const leave = (): void => (history.length > 1 ? history.back() : go("#data/holdings"));

/** On to `hash` once it is saved. @returns whether it is: a form is left then */
export async function goAfter(saved: Promise<boolean>, hash: string): Promise<boolean> {
  if (!(await saved)) return false;
  go(hash);
  return true;
}
