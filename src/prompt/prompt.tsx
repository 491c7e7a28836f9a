// The prompt window: one request, from claiming it to answering it; or one act of card care, begun in the home page. See docs/architecture.md.
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Language, TextsProvider } from "../i18n/texts.tsx";
import { takeJob, type TakenJob } from "../platform/documentJobs.ts";
import type { PromptRequest } from "../platform/messages.ts";
import { careOf, jobOf, vaultCardOf } from "../platform/pages.ts";
import { followFocus } from "../ui/followFocus.ts";
import { claimRequest } from "./claim.ts";
import { FormWindow } from "./FormWindow.tsx";
import { Gone } from "./Gone.tsx";
import { purposeOf } from "./answering.ts";
import { withStored } from "./storedDocuments.ts";
import { UnitoolWindow } from "./UnitoolWindow.tsx";
import { PromptView } from "./PromptView.tsx";

function PromptWindow() {
  const care = careOf(location.hash);
  const vaultAct = vaultCardOf(location.hash);
  const jobId = jobOf(location.hash);
  const [taken, setTaken] = useState<TakenJob | null | undefined>(undefined);
  const [request, setRequest] = useState<PromptRequest | null | undefined>(undefined);
  useEffect(() => {
    if (jobId) void takeJob(jobId).then((job) => setTaken(job && withStored(job)));
    else if (!care && !vaultAct) void claimRequest(location.hash.slice(1)).then(setRequest);
  }, []);
  if (care) {
    return (
      <TextsProvider>
        <PromptView purpose={{ kind: "care", act: care }} request={null} />
      </TextsProvider>
    );
  }
  if (vaultAct) {
    return (
      <TextsProvider>
        <PromptView purpose={{ kind: `vault-${vaultAct}` }} request={null} />
      </TextsProvider>
    );
  }
  if (jobId) {
    if (taken === undefined) return null;
    return <TextsProvider>{taken ? <PromptView purpose={{ kind: "documents", total: taken.job.documents.length }} request={null} taken={taken} /> : <Gone />}</TextsProvider>;
  }
  if (request === undefined) return null;
  const asked: Language | null = request?.language ?? null;
  return <TextsProvider asked={asked}>{request ? <Request request={request} /> : <Gone />}</TextsProvider>;
}

function Request({ request }: { readonly request: PromptRequest }) {
  const { asks } = request;
  if (asks.action === "sign-form") return <FormWindow request={request} asks={asks} />;
  if (asks.action === "unitool") return <UnitoolWindow request={request} asks={asks} />;
  return <PromptView purpose={purposeOf(asks)} request={request} />;
}

const root = document.getElementById("root");
if (root) {
  followFocus(document, root);
  render(<PromptWindow />, root);
}
