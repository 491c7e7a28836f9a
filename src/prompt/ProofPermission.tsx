import { useEffect, useState } from "preact/hooks";
import type { Bytes } from "../card/bytes.ts";
import { useTexts } from "../i18n/texts.tsx";
import { allowServices, servicesAllowed } from "../platform/trustServices.ts";
import { serviceAddresses } from "../signing/revocation/addresses.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";

/**
 * Proofs of validity are wanted, and only the card says whom to ask: here the person allows those hosts, by a click. Who
 * does not is asked for nothing more, and signs without the proofs.
 */
export function ProofPermission({ certificates }: { readonly certificates: readonly Bytes[] }) {
  const { t } = useTexts();
  const addresses = serviceAddresses(certificates);
  const [answer, setAnswer] = useState<"asking" | "allowed" | "refused" | null>(null);
  useEffect(() => void servicesAllowed(addresses).then((allowed) => setAnswer(allowed ? "allowed" : "asking")), []);
  if (addresses.length === 0) return <p class="soft">{t("sign_proofs_none")}</p>;
  if (answer === null || answer === "allowed") return null;
  const hosts = [...new Set(addresses.map((one) => new URL(one).hostname))].join(", ");
  const allow = (): void => void allowServices(addresses).then((allowed) => setAnswer(allowed ? "allowed" : "refused"), () => setAnswer("refused"));
  return (
    <Notice kind="information">
      <p>{t("sign_proofs_ask", { HOSTS: hosts })}</p>
      {answer === "refused" ? <p role="status">{t("sign_proofs_refused")}</p> : null}
      <div class="row">
        <Button onClick={allow}>{t("sign_proofs_allow")}</Button>
      </div>
    </Notice>
  );
}
