import { useTexts } from "../i18n/texts.tsx";
import type { Asks, PromptRequest } from "../platform/messages.ts";
import { Busy } from "../ui/Busy.tsx";
import { Button } from "../ui/Button.tsx";
import { failureText } from "../ui/documents/failureText.ts";
import { visible } from "../ui/documents/fileFacts.ts";
import { HashLine } from "../ui/documents/HashLine.tsx";
import { Notice } from "../ui/Notice.tsx";
import type { UnitoolInit } from "../unitool/init.ts";
import { purposeOf } from "./answering.ts";
import { Asker } from "./Asker.tsx";
import { JobTrouble } from "./JobTrouble.tsx";
import { PromptView } from "./PromptView.tsx";
import { type Unitool, useUnitool } from "./useUnitool.ts";

/** A `geoeid-unitool:` link of a page, answered here instead of by the official desktop program. */
export function UnitoolWindow({ request, asks }: { readonly request: PromptRequest; readonly asks: Extract<Asks, { action: "unitool" }> }) {
  const state = useUnitool(request, asks.link);
  if (state.kind === "ready") {
    return <PromptView purpose={purposeOf(asks)} request={request} taken={state.own.taken} own={state.own} about={<Summary init={state.init} />} />;
  }
  return (
    <div class="prompt stack">
      <Asker request={request} />
      <div class="prompt-body stack">
        <Step state={state} request={request} />
      </div>
    </div>
  );
}

function Step({ state, request }: { readonly state: Exclude<Unitool, { kind: "ready" }>; readonly request: PromptRequest }) {
  const { t } = useTexts();
  switch (state.kind) {
    case "loading":
      return <Busy>{state.host === "" ? t("unitool_opening") : t("unitool_loading", { HOST: state.host })}</Busy>;
    case "asking":
      return (
        <>
          <Notice kind="information" announced>
            <h2>{t("unitool_allow_title")}</h2>
            <p>{t("unitool_allow_text", { HOSTS: state.hosts.join(", ") })}</p>
          </Notice>
          <div class="row">
            <Button kind="primary" autofocus onClick={state.allow}>
              {t("unitool_allow", { HOSTS: state.hosts.join(", ") })}
            </Button>
            <Button onClick={() => close()}>{t("common_cancel")}</Button>
          </div>
        </>
      );
    case "stamp":
      return (
        <>
          <Notice kind="information" announced>
            <h2>{t("unitool_stamp_title")}</h2>
            <p>{t("unitool_stamp_text", { HOST: state.host })}</p>
          </Notice>
          <div class="row">
            <Button kind="primary" autofocus onClick={() => state.choose(true)}>
              {t("unitool_stamp_yes", { HOST: state.host })}
            </Button>
            <Button onClick={() => state.choose(false)}>{t("unitool_stamp_no")}</Button>
          </div>
        </>
      );
    case "unsignable":
      return <JobTrouble request={request}>{t(failureText(state.code))}</JobTrouble>;
    case "refused": {
      const { problem } = state;
      return <JobTrouble request={request}>{t(`unitool_problem_${problem.code}`, "what" in problem ? { WHAT: problem.what } : {})}</JobTrouble>;
    }
  }
}

/** What is fetched from where, what for, and where it will go. */
function Summary({ init }: { readonly init: UnitoolInit }) {
  const { t } = useTexts();
  const { work, submit, description } = init;
  return (
    <section class="stack-tight" aria-labelledby="unitool-summary">
      <h2 id="unitool-summary" class="visually-hidden">
        {t("unitool_summary")}
      </h2>
      {description ? <blockquote class="soft">{t("unitool_description", { TEXT: visible(description) })}</blockquote> : null}
      <dl class="facts">
        {work.kind === "document" && work.from ? (
          <div>
            <dt>{t("unitool_from")}</dt>
            <dd>
              <bdi>{work.from.host}</bdi>
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{t("unitool_to")}</dt>
          <dd>
            <bdi>{submit.host}</bdi>
          </dd>
        </div>
      </dl>
      {work.kind === "hash" ? (
        <>
          <p>{t("sign_prompt_unseen")}</p>
          <HashLine hash={{ bits: 256, digest: work.digest }} />
        </>
      ) : null}
    </section>
  );
}
