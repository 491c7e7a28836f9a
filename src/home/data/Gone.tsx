import { useTexts } from "../../i18n/texts.tsx";
import { Notice } from "../../ui/Notice.tsx";

/** What an address names is not there, or no more: what that means, and the ways on. */
export function Gone() {
  const { t } = useTexts();
  return (
    <Notice kind="information" announced>
      <p>{t("data_gone")}</p>
      <p class="row">
        {(["holdings", "organisations", "requests"] as const).map((one) => (
          <a key={one} href={`#data/${one}`}>
            {t(`data_tab_${one}`)}
          </a>
        ))}
      </p>
    </Notice>
  );
}
