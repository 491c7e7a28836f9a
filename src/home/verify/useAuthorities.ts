import { useEffect, useRef, useState } from "preact/hooks";
import { startSigningWorker } from "../../platform/signingWorker.ts";
import { distrustAuthority, onTrustedAuthoritiesChanged, trustAuthority, trustedAuthorities } from "../../platform/trustedAuthorities.ts";
import type { Bytes } from "../../signing/signer.ts";
import type { CertificateReport } from "../../signing/verify/report.ts";

export interface Authority {
  readonly der: Bytes;
  readonly report: CertificateReport;
}

export interface AuthorityList {
  readonly all: readonly Authority[];
  /** Read from a file and not yet trusted: the person is looking at it. */
  readonly candidate: Authority | null;
  readonly bad: boolean;
  readonly offer: (file: File) => void;
  readonly trust: () => void;
  readonly dismiss: () => void;
  readonly remove: (authority: Authority) => void;
}

/** Reads certificates in a worker that lives only as long as it takes. */
async function read(files: readonly Bytes[]): Promise<readonly Authority[]> {
  if (files.length === 0) return [];
  const worker = startSigningWorker();
  try {
    const outcomes = await Promise.all(files.map((file) => worker.api.readAuthority(file)));
    return outcomes.flatMap((one) => (one.ok ? [one.value] : []));
  } finally {
    worker.end();
  }
}

/** The authorities that the person trusts, and the one that is being added. */
export function useAuthorities(): AuthorityList {
  const [all, setAll] = useState<readonly Authority[]>([]);
  const [candidate, setCandidate] = useState<Authority | null>(null);
  const [bad, setBad] = useState(false);
  const latest = useRef(0);
  useEffect(() => {
    const load = (): void => {
      const mine = (latest.current += 1);
      void trustedAuthorities()
        .then((ders) => read(ders))
        .then((found) => {
          if (mine === latest.current) setAll(found);
        });
    };
    load();
    return onTrustedAuthoritiesChanged(load);
  }, []);
  return {
    all,
    candidate,
    bad,
    offer: (file) => {
      void file.arrayBuffer().then(async (buffer) => {
        const [found] = await read([new Uint8Array(buffer)]);
        setCandidate(found ?? null);
        setBad(!found);
      });
    },
    trust: () => {
      if (candidate) void trustAuthority(candidate.der).then(() => setCandidate(null));
    },
    dismiss: () => setCandidate(null),
    remove: ({ der }) => void distrustAuthority(der),
  };
}
