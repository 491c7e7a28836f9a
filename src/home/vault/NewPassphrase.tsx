import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { shortestPassphrase } from "../../vault/crypto/passphrase.ts";
import { proposePassphrase } from "./proposal.ts";
import { SecretBuffer } from "./secretBuffer.ts";
import { SecretField } from "./SecretField.tsx";

interface NewPassphraseProps {
  readonly submitText: string;
  /** The buffer is the caller's to clear. */
  readonly onSubmit: (passphrase: SecretBuffer) => void;
  readonly onCancel?: () => void;
}

const goodLength = 20;

/** A new passphrase, typed twice, with advice on its strength and a proposal for who wants one. */
export function NewPassphrase({ submitText, onSubmit, onCancel }: NewPassphraseProps) {
  const { t } = useTexts();
  const first = useRef(new SecretBuffer());
  const second = useRef(new SecretBuffer());
  const [count, setCount] = useState(0);
  const [problem, setProblem] = useState<"short" | "differ" | null>(null);
  const [proposal, setProposal] = useState<string | null>(null);
  useEffect(
    () => () => {
      first.current.clear();
      second.current.clear();
    },
    [],
  );
  // What was wrong with the words before is not said of these.
  const typed = (now: number): void => {
    setCount(now);
    setProblem(null);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (count < shortestPassphrase) setProblem("short");
    else if (!first.current.same(second.current)) setProblem("differ");
    else {
      setProblem(null);
      onSubmit(first.current);
    }
  };
  const strength = count === 0 ? null : count < shortestPassphrase ? "short" : count < goodLength ? "fair" : "good";
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <SecretField label={t("vault_passphrase_new")} hint={t("vault_passphrase_advice", { COUNT: shortestPassphrase })} buffer={first.current} onChange={typed} />
      {strength ? (
        <p class={`vault-strength vault-strength-${strength}`} role="status">
          {t(`vault_strength_${strength}`, { COUNT: count })}
        </p>
      ) : null}
      <SecretField label={t("vault_passphrase_again")} buffer={second.current} onChange={() => setProblem(null)} />
      {proposal === null ? null : (
        <p>
          {t("vault_proposal")} <output class="vault-proposal">{proposal}</output>
        </p>
      )}
      {problem ? (
        <Notice kind="error" announced>
          <p>{t(`vault_passphrase_${problem}`, { COUNT: shortestPassphrase })}</p>
        </Notice>
      ) : null}
      <div class="row">
        <button type="submit" class="button button-primary">
          {submitText}
        </button>
        <Button
          kind="plain"
          onClick={() => {
            setProposal(proposePassphrase());
            setProblem(null);
          }}
        >
          {t("vault_propose")}
        </Button>
        {onCancel ? (
          <Button kind="plain" onClick={onCancel}>
            {t("common_cancel")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
