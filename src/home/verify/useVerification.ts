import { useEffect, useRef, useState } from "preact/hooks";
import * as Comlink from "comlink";
import { type SigningWorkerHandle, startSigningWorker } from "../../platform/signingWorker.ts";
import { onTrustedAuthoritiesChanged, trustedAuthorities } from "../../platform/trustedAuthorities.ts";
import { allowServices, askService } from "../../platform/trustServices.ts";
import type { SigningErrorCode } from "../../signing/error.ts";
import { belated, type Checked, pairFiles } from "./pairFiles.ts";

export type OnlineState = "offline" | "asked" | "refused";

export interface Verified extends Checked {
  readonly failure: SigningErrorCode | null;
  readonly online: OnlineState;
}

export interface Verification {
  readonly items: readonly Verified[];
  readonly add: (files: readonly File[]) => void;
  /** What a detached signature signs, chosen after it. */
  readonly giveDocument: (id: number, document: File) => void;
  readonly remove: (id: number) => void;
  /** On a click: asks the browser for the hosts, then checks again with them. */
  readonly checkOnline: (id: number, addresses: readonly string[]) => void;
}

let lastId = 0;

/**
 * The files that are checked on this page, one after the other, by a worker that lives while there are any. A change of
 * the trusted authorities, in any window, checks them anew.
 */
export function useVerification(): Verification {
  const [items, setItems] = useState<readonly Verified[]>([]);
  const current = useRef<readonly Verified[]>([]);
  const worker = useRef<SigningWorkerHandle | null>(null);
  const turn = useRef<Promise<void>>(Promise.resolve());

  const change = (next: readonly Verified[]): void => {
    current.current = next;
    setItems(next);
    if (next.length === 0) {
      worker.current?.end();
      worker.current = null;
    }
  };
  const update = (id: number, part: Partial<Verified>): void => change(current.current.map((item) => (item.id === id ? { ...item, ...part } : item)));

  const check = async (id: number): Promise<void> => {
    const item = current.current.find((one) => one.id === id);
    if (!item) return;
    worker.current ??= startSigningWorker();
    const request = { file: item.file, content: item.content, authorities: await trustedAuthorities(), now: Date.now() };
    const outcome = await worker.current.verify(request, item.online === "asked" ? Comlink.proxy(askService) : null);
    update(id, outcome.ok ? { report: outcome.value, failure: null } : { failure: outcome.error.code });
    const pair = belated(current.current);
    if (!pair) return;
    change(current.current.filter((one) => one.id !== pair.document.id));
    giveDocument(pair.signature, pair.document.file);
  };
  const giveDocument = (id: number, document: File): void => {
    update(id, { content: document, report: null, failure: null });
    enqueue(id);
  };
  const enqueue = (id: number): void => {
    turn.current = turn.current.then(() => check(id)).catch(() => update(id, { failure: "INTERNAL" }));
  };

  useEffect(() => {
    const again = (): void => {
      for (const { id } of current.current) enqueue(id);
    };
    const stop = onTrustedAuthoritiesChanged(again);
    return () => {
      stop();
      worker.current?.end();
      worker.current = null;
    };
  }, []);

  return {
    items,
    add: (files) => {
      const added = pairFiles(files).map((pair): Verified => ({ ...pair, id: (lastId += 1), report: null, failure: null, online: "offline" }));
      change([...added, ...current.current]);
      for (const { id } of added) enqueue(id);
    },
    giveDocument,
    remove: (id) => change(current.current.filter((item) => item.id !== id)),
    checkOnline: (id, addresses) => {
      void allowServices(addresses).then((allowed) => {
        update(id, { online: allowed ? "asked" : "refused" });
        if (allowed) enqueue(id);
      });
    },
  };
}
