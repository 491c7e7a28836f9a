import { useTexts } from "../../i18n/texts.tsx";

/** Names of what could not be read. */
export function DamagedList({ damaged }: { readonly damaged: readonly string[] }) {
  const { t } = useTexts();
  if (damaged.length === 0) return null;
  return (
    <>
      <p>{t("vault_damaged", { COUNT: damaged.length })}</p>
      <ul class="vault-points">
        {damaged.map((name, at) => (
          <li key={at}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
