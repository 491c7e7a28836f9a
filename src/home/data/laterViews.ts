// What "Who holds my data" shows besides its first list: the reader of policies, the letters and the pictures of it come once
// the list is there, or when somebody asks for one of them.
import { lazily } from "../../ui/lazily.tsx";

const all = () => import("./moreViews.ts");

export const AddView = lazily(async () => (await all()).AddView);
export const AnswerAsk = lazily(async () => (await all()).AnswerAsk);
export const AskView = lazily(async () => (await all()).AskView);
export const Due = lazily(async () => (await all()).Due);
export const ExchangeView = lazily(async () => (await all()).ExchangeView);
export const FlowsView = lazily(async () => (await all()).FlowsView);
export const HistoryView = lazily(async () => (await all()).HistoryView);
export const KeptView = lazily(async () => (await all()).KeptView);
export const OrganisationsView = lazily(async () => (await all()).OrganisationsView);
export const OrganisationView = lazily(async () => (await all()).OrganisationView);
export const PortalView = lazily(async () => (await all()).PortalView);
export const ReadView = lazily(async () => (await all()).ReadView);
export const RequestsView = lazily(async () => (await all()).RequestsView);
export const RequestView = lazily(async () => (await all()).RequestView);

/** While nobody waits for anything: the next click shows its view at once. */
export function fetchViews(): void {
  for (const one of [AddView, AnswerAsk, AskView, Due, ExchangeView, FlowsView, HistoryView, KeptView, OrganisationsView, OrganisationView, PortalView, ReadView, RequestsView, RequestView]) one.ahead();
}
