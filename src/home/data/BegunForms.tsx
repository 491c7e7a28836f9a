import { useCallback, useEffect, useState } from "preact/hooks";
import { presentId } from "../../consent/record/formerIds.ts";
import { organisationName } from "../../consent/record/organisationName.ts";
import { partsOfFragment } from "../../codec/fragment.ts";
import { type OwnForm, type OwnFormKind, ownForms } from "../../forms/ownForm.ts";
import { requestKinds } from "../../consent/law/requestKind.ts";
import { kindWord } from "../../consent/view/kindWord.ts";
import type { MessageKey } from "../../i18n/catalogue.ts";
import { useTexts } from "../../i18n/texts.tsx";
import type { VaultEvent } from "../../vault/api.ts";
import { Button } from "../../ui/Button.tsx";
import { useVaultEvent, vaultOfPage } from "../vault/useVault.ts";
import type { Book } from "./book.ts";
import { keepOwnDraft } from "./ownDraft.ts";
import { Removing } from "./Removing.tsx";

const fewForms = 3;

const titles = { ask: "data_ask", answer: "data_ask", add: "data_add", edit: "data_record_edit", who: "data_who_edit", consent: "data_consent_edit", consented: "data_consent_new", kept: "data_kept_make", read: "data_read", letter: "data_letter_take", request: "data_happened", organisation: "data_own_rules" } as const satisfies Record<OwnFormKind, MessageKey>;

/** Forms that were begun and not saved, wherever that was: each goes on where it was left, or is thrown away. */
export function BegunForms({ book }: { readonly book: Book }) {
  const { t, date, time } = useTexts();
  const forms = useForms();
  const [asked, setAsked] = useState<string | null>(null);
  const nameOf = useNames(book);
  if (forms.length === 0) return null;
  return (
    // A few are seen at once: whoever left a form in the middle looks for it here.
    <details class="data-fold no-print" open={forms.length <= fewForms}>
      <summary>{t("data_begun", { COUNT: forms.length })}</summary>
      <ul class="plain-list data-inner">
        {forms.map((one) => {
          const name = nameOf(one);
          const when = `${date(one.at)}, ${time(one.at)}`;
          return (
            <li key={one.place} class="stack-tight">
              <div class="row spread">
                <span class="data-paper-name">
                  <a href={`#${one.place}`}>{name}</a> <span class="soft">{when}</span>
                </span>
                <Button kind="plain" label={`${t("data_begun_away")}: ${name}, ${when}`} onClick={() => setAsked(one.place)}>
                  {t("data_begun_away")}
                </Button>
              </div>
              {asked === one.place ? (
                <Removing
                  question={t("data_begun_sure", { NAME: `${name}, ${when}` })}
                  yes={t("data_begun_yes")}
                  onYes={() => {
                    setAsked(null);
                    keepOwnDraft(`#${one.place}`, null);
                  }}
                  onNo={() => setAsked(null)}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** As the vault has them, followed over every window. */
function useForms(): readonly OwnForm[] {
  const [forms, setForms] = useState<readonly OwnForm[]>([]);
  const load = useCallback(() => void vaultOfPage().records.list("drafts").then((all) => setForms(ownForms(all)), () => undefined), []);
  useEffect(load, [load]);
  useVaultEvent(useCallback((event: VaultEvent) => (event.kind === "changed" && event.collection === "drafts" ? load() : undefined), [load]));
  return forms;
}

/** What a form is, and of whom it is about, as far as its address says. */
function useNames({ ledger }: Book): (form: OwnForm) => string {
  const { t, language } = useTexts();
  return ({ place, kind }) => {
    const ids = partsOfFragment(place).slice(2);
    const request = kind === "request" ? ledger.requests.find(({ id }) => ids.includes(id)) : undefined;
    const asks = requestKinds.find((one) => kind !== "read" && kind !== "letter" && ids.includes(one));
    const of = ids.map((id) => ledger.organisations.get(presentId(ledger.organisations, id)) ?? ledger.organisations.get([...ledger.holdings, ...ledger.consents, ...ledger.requests].find((one) => one.id === id)?.organisationId ?? "")).find((one) => one !== undefined);
    const what = request ? `${t(`data_kind_${kindWord(request)}`)} ${request.reference}` : t(asks ? `data_kind_${asks}` : titles[kind]);
    return [what, of ? organisationName(of, language) : ""].filter(Boolean).join(" · ");
  };
}
