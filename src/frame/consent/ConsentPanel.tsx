import type { ComponentChildren } from "preact";
import { useTexts } from "../../i18n/texts.tsx";
import { factsOf, type ServiceSheet } from "../../notices/serviceFacts.ts";
import { homePage } from "../../platform/pages.ts";
import { extensionUrl } from "../../platform/runtime.ts";
import { showPage } from "../../platform/tabs.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PanelShell } from "../PanelShell.tsx";
import { useTold } from "../useLine.ts";

/** What a service does with the person's data, as its page says it, and where it says nothing. */
export function ConsentPanel({ line }: { readonly line: Promise<MessagePort> }) {
  const { t } = useTexts();
  const sheet = useTold(line, "service")?.sheet;
  return (
    <PanelShell title={t("page_consent_panel")}>
      {sheet ? <Facts sheet={sheet} /> : null}
      <Notice kind="information">
        <p>{t("form_consent_rule")}</p>
      </Notice>
      <div class="row">
        <Button onClick={() => void showPage(`${extensionUrl(homePage)}#data`)}>{t("form_consent_all")}</Button>
      </div>
    </PanelShell>
  );
}

function Facts({ sheet }: { readonly sheet: ServiceSheet }) {
  const { t } = useTexts();
  const { data, purpose, retention, recipients } = factsOf(sheet);
  const silent = <span class="soft">{t("form_consent_silent")}</span>;
  return (
    <>
      <h2>{sheet.service}</h2>
      <dl class="facts">
        <Fact name={t("form_consent_to")}>
          {sheet.provider ?? silent}
          <br />
          {t("form_consent_agency")}
        </Fact>
        <Fact name={t("form_consent_why")}>{purpose ?? silent}</Fact>
        <Fact name={t("form_consent_what")}>
          {data ? (
            <ul>
              {data.map(({ name, special }) => (
                <li key={name}>
                  {name}
                  {special ? <b class="special">{` ⚠\u00a0${t("form_consent_special")}`}</b> : null}
                </li>
              ))}
            </ul>
          ) : (
            silent
          )}
        </Fact>
        <Fact name={t("form_consent_recipients")}>{recipients?.join(", ") ?? silent}</Fact>
        <Fact name={t("form_consent_long")}>{retention?.text ?? silent}</Fact>
      </dl>
      <details>
        <summary>{t("form_consent_words")}</summary>
        {sheet.paragraphs.map((one) => (
          <p key={one}>{one}</p>
        ))}
      </details>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
