// What "Who holds my data" shows besides its first list: the reader of policies, the letters and the pictures of it come once
// the list is there, or when somebody asks for one of them.
import type { FunctionComponent } from "preact";
import { type LazyComponent, lazily } from "../../ui/lazily.tsx";
import type * as Views from "./moreViews.ts";

const fetches: (() => void)[] = [];

function later<P extends object>(pick: (views: typeof Views) => FunctionComponent<P>): LazyComponent<P> {
  const view = lazily(async () => pick(await import("./moreViews.ts")));
  fetches.push(view.ahead);
  return view;
}

export const AddView = later((views) => views.AddView);
export const AlikeView = later((views) => views.AlikeView);
export const AnswerAsk = later((views) => views.AnswerAsk);
export const ApplicationsView = later((views) => views.ApplicationsView);
export const AskView = later((views) => views.AskView);
export const BegunForms = later((views) => views.BegunForms);
export const ConsentView = later((views) => views.ConsentView);
export const Due = later((views) => views.Due);
export const ExchangeView = later((views) => views.ExchangeView);
export const FlowsView = later((views) => views.FlowsView);
export const HistoryView = later((views) => views.HistoryView);
export const KeptView = later((views) => views.KeptView);
export const LetterView = later((views) => views.LetterView);
export const OrganisationEdit = later((views) => views.OrganisationEdit);
export const OrganisationsView = later((views) => views.OrganisationsView);
export const OrganisationView = later((views) => views.OrganisationView);
export const PortalView = later((views) => views.PortalView);
export const ReadView = later((views) => views.ReadView);
export const RemovedList = later((views) => views.RemovedList);
export const RemovedNotice = later((views) => views.RemovedNotice);
export const RequestsView = later((views) => views.RequestsView);
export const RequestView = later((views) => views.RequestView);
export const SameNotice = later((views) => views.SameNotice);
export const SameView = later((views) => views.SameView);
export const UnreadableNotice = later((views) => views.UnreadableNotice);
export const Unsaved = later((views) => views.Unsaved);

/** While nobody waits for anything: the next click shows its view at once. */
export function fetchViews(): void {
  for (const fetch of fetches) fetch();
}
