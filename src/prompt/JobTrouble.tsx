import type { ComponentChildren } from "preact";
import { useTexts } from "../i18n/texts.tsx";
import type { PromptRequest } from "../platform/messages.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { finished } from "./claim.ts";

/** Nothing can be signed here: why, and that nothing has happened. */
export function JobTrouble({ request, children }: { readonly request: PromptRequest; readonly children: ComponentChildren }) {
  const { t } = useTexts();
  // There was nothing to say no to.
  const leave = (): void => void finished(request.requestId).finally(() => close());
  return (
    <>
      <Notice kind="error" announced>
        <h2>{t("sign_form_trouble")}</h2>
        <p>{children}</p>
        <p>{t("sign_form_nothing")}</p>
      </Notice>
      <div class="row">
        <Button kind="primary" autofocus onClick={leave}>
          {t("common_close")}
        </Button>
        <Button onClick={() => location.reload()}>{t("common_try_again")}</Button>
      </div>
    </>
  );
}
