import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { VaultEvent } from "../../vault/api.ts";
import type { Found, Search } from "../../vault/documentApi.ts";
import { useVaultEvent, vaultOfPage } from "./useVault.ts";

export interface Facets {
  readonly tags: readonly string[];
  readonly organisations: readonly string[];
  readonly folders: readonly string[];
}

/** What a search finds, kept current while documents change in whatever window. null: not known yet. */
export function useDocuments(search: Search): { readonly found: Found | null; readonly facets: Facets } {
  const [found, setFound] = useState<Found | null>(null);
  const [facets, setFacets] = useState<Facets>({ tags: [], organisations: [], folders: [] });
  const wanted = useRef(search);
  wanted.current = search;
  const asking = useRef(0);
  const load = useCallback(() => {
    // The answer to the last question counts, whatever order they come in.
    const number = ++asking.current;
    vaultOfPage()
      .documents.search(wanted.current)
      .then(
        (result) => {
          if (number === asking.current) setFound(result);
        },
        () => undefined,
      );
    vaultOfPage().documents.facets().then(setFacets, () => undefined);
  }, []);
  useEffect(load, [JSON.stringify(search)]);
  useVaultEvent(
    useCallback(
      (event: VaultEvent) => {
        if (event.kind === "text-ready" || (event.kind === "changed" && event.collection === "documents")) load();
      },
      [load],
    ),
  );
  return { found, facets };
}
