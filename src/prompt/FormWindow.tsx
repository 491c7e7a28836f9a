import { useTexts } from "../i18n/texts.tsx";
import type { Asks, PromptRequest } from "../platform/messages.ts";
import { Busy } from "../ui/Busy.tsx";
import { purposeOf } from "./answering.ts";
import { Asker } from "./Asker.tsx";
import { JobTrouble } from "./JobTrouble.tsx";
import { PromptView } from "./PromptView.tsx";
import { useFormJob } from "./useFormJob.ts";

/** A form of a page: read there, shown here, signed, and brought back. */
export function FormWindow({ request, asks }: { readonly request: PromptRequest; readonly asks: Extract<Asks, { action: "sign-form" }> }) {
  const { t } = useTexts();
  const job = useFormJob(request, asks);
  if (job.kind === "ready") return <PromptView purpose={purposeOf(asks)} request={request} taken={job.own.taken} own={job.own} />;
  return (
    <div class="prompt stack">
      <Asker request={request} />
      <div class="prompt-body stack">
        {job.kind === "failed" ? <JobTrouble request={request}>{t(job.text)}</JobTrouble> : <Busy>{job.percent === null ? t("sign_form_reading") : t("sign_form_hashing", { PERCENT: job.percent })}</Busy>}
      </div>
    </div>
  );
}
