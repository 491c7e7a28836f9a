import { useTexts } from "../i18n/useTexts.ts";
import { Button } from "../ui/Button.tsx";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import type { Bridge } from "./useBridge.ts";

/** Connected readers, and who uses them now. */
export function Readers({ bridge: { view, allowed, addReader } }: { readonly bridge: Bridge }) {
  const { t } = useTexts();
  // While nobody wants a reader none is opened, and only the names are known.
  const readers = view.readers ?? allowed.map((name) => ({ name, card: "unknown" as const, refusal: null, user: null }));
  return (
    <section class="card stack" aria-labelledby="readers-title">
      <h2 id="readers-title">{t("bridge_readers")}</h2>
      {readers.length === 0 ? (
        <p>{t("bridge_no_readers")}</p>
      ) : (
        <ul class="plain-list">
          {readers.map((reader, at) => (
            <li key={`${reader.name}${at}`} class="stack-tight">
              <span class="reader-name">{reader.name}</span>
              <span class="soft">
                {t(reader.user ? `bridge_user_${reader.user}` : "bridge_user_nobody")}
                {reader.card === "unknown" ? "" : ` · ${t(`home_state_${reader.card}`)}`}
              </span>
              {reader.refusal ? <FailureNotice code={reader.refusal} /> : null}
            </li>
          ))}
        </ul>
      )}
      {addReader ? (
        <div class="row">
          <Button kind={readers.length === 0 ? "primary" : "secondary"} onClick={addReader}>
            {t("common_add_reader")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
