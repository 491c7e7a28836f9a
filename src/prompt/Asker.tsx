import { useTexts } from "../i18n/texts.tsx";
import type { PromptRequest } from "../platform/messages.ts";
import { Notice } from "../ui/Notice.tsx";
import { requestWords } from "./words.ts";
import { isPortal, isUnusual, siteName } from "./siteName.ts";

/** Who asks and what for: the first thing to read. */
export function Asker({ request }: { readonly request: PromptRequest }) {
  const { t } = useTexts();
  return (
    <header class="asker stack-tight">
      <h1>{t(requestWords[request.asks.action].title)}</h1>
      <p class="soft">{t(requestWords[request.asks.action].asks)}</p>
      <p class="asker-name">
        {isPortal(request.origin) ? <strong>{t("prompt_portal_name")}</strong> : null}
        <bdi class="asker-origin">{siteName(request.origin)}</bdi>
      </p>
      {request.topOrigin ? <p class="soft">{t("prompt_embedded", { ORIGIN: siteName(request.topOrigin) })}</p> : null}
      {isUnusual(request.origin) ? (
        <Notice kind="warning">
          <p>{t("prompt_unusual_name")}</p>
        </Notice>
      ) : null}
    </header>
  );
}
