import { useTexts } from "../../i18n/texts.tsx";
import type { Search } from "../../vault/documentApi.ts";
import { categories } from "../../codec/categories.ts";
import type { Facets } from "./useDocuments.ts";

interface FiltersProps {
  readonly search: Search;
  readonly facets: Facets;
  readonly onChange: (search: Search) => void;
}

/** A choice that is "all" when it is empty. */
function Choice({ label, value, options, onChoose }: { readonly label: string; readonly value: string; readonly options: readonly (readonly [value: string, text: string])[]; readonly onChoose: (value: string) => void }) {
  const { t } = useTexts();
  return (
    <label class="vault-choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{t("vault_filter_all")}</option>
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

const dayMs = 86_400_000;
const periods = [
  { name: "week", days: 7 },
  { name: "month", days: 31 },
  { name: "year", days: 366 },
] as const;

export function Filters({ search, facets, onChange }: FiltersProps) {
  const { t } = useTexts();
  // A filter taken off is left out of the search, not set to nothing.
  const set = <K extends keyof Search>(key: K, value: Search[K] | undefined): void => {
    const { [key]: _, ...rest } = search;
    onChange(value === undefined ? rest : { ...rest, [key]: value });
  };
  const plain = (list: readonly string[]): readonly (readonly [string, string])[] => list.map((one) => [one, one] as const);
  const period = periods.find(({ days }) => search.from !== undefined && Math.round((Date.now() - search.from) / dayMs) === days);
  return (
    <form class="vault-filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <label class="vault-search">
        <span class="visually-hidden">{t("vault_search")}</span>
        <input type="search" autocomplete="off" spellcheck={false} placeholder={t("vault_search")} value={search.text ?? ""} onInput={(event) => set("text", event.currentTarget.value || undefined)} />
      </label>
      <Choice
        label={t("vault_category")}
        value={search.category ?? ""}
        options={categories.map((one) => [one, t(`vault_category_${one}`)] as const)}
        onChoose={(value) => set("category", categories.find((one) => one === value))}
      />
      {facets.organisations.length > 0 ? <Choice label={t("vault_organisation")} value={search.organisation ?? ""} options={plain(facets.organisations)} onChoose={(value) => set("organisation", value || undefined)} /> : null}
      {facets.tags.length > 0 ? <Choice label={t("vault_tag")} value={search.tag ?? ""} options={plain(facets.tags)} onChoose={(value) => set("tag", value || undefined)} /> : null}
      {facets.folders.length > 0 ? <Choice label={t("vault_folder")} value={search.folder ?? ""} options={plain(facets.folders)} onChoose={(value) => set("folder", value || undefined)} /> : null}
      <Choice
        label={t("vault_signature")}
        value={search.signed === undefined ? "" : search.signed ? "yes" : "no"}
        options={[
          ["yes", t("vault_signed_yes")],
          ["no", t("vault_signed_no")],
        ]}
        onChoose={(value) => set("signed", value === "" ? undefined : value === "yes")}
      />
      <Choice
        label={t("vault_period")}
        value={period?.name ?? ""}
        options={periods.map(({ name }) => [name, t(`vault_period_${name}`)] as const)}
        onChoose={(value) => {
          const chosen = periods.find(({ name }) => name === value);
          set("from", chosen && Date.now() - chosen.days * dayMs);
        }}
      />
      <label class="vault-choice">
        <span>{t("vault_sort")}</span>
        <select value={search.sort ?? "changed"} onChange={(event) => set("sort", (["changed", "name", "size"] as const).find((one) => one === event.currentTarget.value))}>
          <option value="changed">{t("vault_sort_changed")}</option>
          <option value="name">{t("vault_sort_name")}</option>
          <option value="size">{t("vault_sort_size")}</option>
        </select>
      </label>
      <label class="vault-check">
        <input type="checkbox" checked={search.inBin ?? false} onChange={(event) => set("inBin", event.currentTarget.checked || undefined)} />
        <span>{t("vault_bin")}</span>
      </label>
    </form>
  );
}
