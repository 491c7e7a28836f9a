// The prompt window: one request, from claiming it to answering it. See docs/architecture.md.
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Language, TextsProvider } from "../i18n/texts.tsx";
import type { PromptRequest } from "../platform/messages.ts";
import { claimRequest } from "./claim.ts";
import { Gone } from "./Gone.tsx";
import { RequestView } from "./RequestView.tsx";

function PromptWindow() {
  const [request, setRequest] = useState<PromptRequest | null | undefined>(undefined);
  useEffect(() => {
    void claimRequest(location.hash.slice(1)).then(setRequest);
  }, []);
  if (request === undefined) return null;
  const asked: Language | null = request?.language ?? null;
  return <TextsProvider asked={asked}>{request ? <RequestView request={request} /> : <Gone />}</TextsProvider>;
}

const root = document.getElementById("root");
if (root) render(<PromptWindow />, root);
