import { useState } from "preact/hooks";
import { dayFromIso, isoOf } from "../../consent/calendar/day.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { DocumentView } from "../../vault/documentApi.ts";
import { categories } from "../../codec/categories.ts";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import { Text } from "../data/fields.tsx";
import { vaultOfPage } from "./useVault.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";

/** Name, category, organisation, tags, and until when to keep it. */
export function FactsForm({ view }: { readonly view: DocumentView }) {
  const { t } = useTexts();
  const [name, setName] = useState(view.name);
  const [category, setCategory] = useState<string>(view.category ?? "");
  const [organisation, setOrganisation] = useState(view.organisation ?? "");
  const [tags, setTags] = useState(view.tags.join(", "));
  const [keepUntil, setKeepUntil] = useState(view.keepUntil === null ? "" : isoOf(view.keepUntil));
  const [outcome, setOutcome] = useState<VaultErrorCode | "saved" | "noDate" | null>(null);
  const save = (event: Event): void => {
    event.preventDefault();
    const lastDay = dayFromIso(keepUntil);
    if (lastDay === null && keepUntil.trim() !== "") {
      setOutcome("noDate");
      return;
    }
    const facts = {
      name: name.trim() || view.name,
      category: categories.find((one) => one === category) ?? null,
      organisation: organisation.trim() || null,
      tags: tags.split(",").map((one) => one.trim()).filter((one) => one !== ""),
      keepUntil: lastDay,
    };
    vaultOfPage()
      .documents.change(view.documentId, facts, view.version)
      .then(
        () => setOutcome("saved"),
        (error: unknown) => setOutcome(codeOf(error)),
      );
  };
  return (
    <form class="card stack" aria-labelledby="facts-title" onSubmit={save} onInput={() => setOutcome(null)}>
      <h2 id="facts-title">{t("vault_facts")}</h2>
      <label class="field">
        <span>{t("vault_name")}</span>
        <input type="text" autocomplete="off" value={name} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <label class="field">
        <span>{t("vault_category")}</span>
        <select value={category} onChange={(event) => setCategory(event.currentTarget.value)}>
          <option value="">{t("vault_category_none")}</option>
          {categories.map((one) => (
            <option key={one} value={one}>
              {t(`vault_category_${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{t("vault_organisation")}</span>
        <input type="text" autocomplete="off" value={organisation} onInput={(event) => setOrganisation(event.currentTarget.value)} />
      </label>
      <label class="field">
        <span>{t("vault_tags")}</span>
        <input type="text" autocomplete="off" value={tags} onInput={(event) => setTags(event.currentTarget.value)} />
        <span class="soft">{t("vault_tags_hint")}</span>
      </label>
      <Text label={t("vault_keep_until")} hint={t("vault_keep_until_hint")} type="date" value={keepUntil} onChange={setKeepUntil} />
      {outcome === "saved" ? (
        <Notice kind="success" announced>
          <p>{t("vault_facts_saved")}</p>
        </Notice>
      ) : null}
      {outcome === "noDate" ? (
        <Notice kind="error" announced>
          <p>{t("data_wrong_date")}</p>
        </Notice>
      ) : outcome !== null && outcome !== "saved" ? (
        <VaultFailure code={outcome} />
      ) : null}
      <div class="row">
        <button type="submit" class="button button-primary">
          {t("vault_facts_save")}
        </button>
      </div>
    </form>
  );
}
