import { useEffect, useState } from "preact/hooks";
import type { DataRequest } from "../../consent/request/request.ts";
import { vaultOfPage } from "../vault/useVault.ts";
import { type PortalTrail, trailOf } from "./portalTrail.ts";

/** What the portal's pages brought of this request, followed as they bring more. @returns null while loading */
export function usePortalTrail(request: DataRequest): PortalTrail | null {
  const [trail, setTrail] = useState<PortalTrail | null>(null);
  useEffect(() => {
    let current = true;
    const look = async (): Promise<void> => {
      const { records } = vaultOfPage();
      const [drafts, answers] = await Promise.all([records.list("drafts"), records.list("answers")]);
      if (current) setTrail(trailOf(request, drafts, answers));
    };
    look().catch(() => undefined);
    const stop = vaultOfPage().onEvent((event) => {
      if (event.kind === "changed" && (event.collection === "drafts" || event.collection === "answers")) look().catch(() => undefined);
    });
    return () => {
      current = false;
      stop();
    };
  }, [request]);
  return trail;
}
