import { fromBase64 } from "../codec/base64.ts";
import { toHex } from "../card/bytes.ts";
import { useTexts } from "../i18n/texts.tsx";
import type { Asks } from "../platform/messages.ts";

/** So many digits can be compared by eye; the whole is there for who wants it. */
const shownDigits = 8;

/** In groups of four, as they are read aloud. */
function grouped(hex: string): string {
  return hex.replaceAll(/(.{4})(?=.)/g, "$1 ");
}

/** What is signed when a page sends a hash: the document itself is not seen here, and that is said. */
export function HashSummary({ asks }: { readonly asks: Extract<Asks, { action: "sign" }> }) {
  const { t } = useTexts();
  const hex = toHex(fromBase64(asks.hash) ?? new Uint8Array(0));
  return (
    <section class="stack-tight" aria-labelledby="hash-title">
      <h2 id="hash-title" class="visually-hidden">{t("sign_prompt_what")}</h2>
      <p>{t("sign_prompt_unseen")}</p>
      <details class="fingerprint-whole">
        <summary>
          {t("sign_prompt_fingerprint")} <span class="fingerprint">{grouped(hex.slice(0, shownDigits))}</span>
        </summary>
        <p class="soft">{t("sign_prompt_fingerprint_hint")}</p>
        <p class="soft">{t("sign_prompt_fingerprint_whole", { METHOD: asks.hashFunction })}</p>
        <p class="fingerprint">{grouped(hex)}</p>
      </details>
    </section>
  );
}
