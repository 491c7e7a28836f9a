// One chunk of code for all of them: they share most of it. Only laterViews.ts imports this.
export { AddView } from "./AddView.tsx";
export { AnswerAsk } from "./AnswerAsk.tsx";
export { AskView } from "./AskView.tsx";
export { ConsentView } from "./ConsentView.tsx";
export { Due } from "./Due.tsx";
export { ExchangeView } from "./ExchangeView.tsx";
export { FlowsView } from "./FlowsView.tsx";
export { HistoryView } from "./HistoryView.tsx";
export { KeptView } from "./KeptView.tsx";
export { OrganisationEdit } from "./OrganisationEdit.tsx";
export { OrganisationsView } from "./OrganisationsView.tsx";
export { OrganisationView } from "./OrganisationView.tsx";
export { PortalView } from "./PortalView.tsx";
export { ReadView } from "./ReadView.tsx";
export { RequestsView } from "./RequestsView.tsx";
export { RequestView } from "./RequestView.tsx";
export { UnreadableNotice } from "./UnreadableNotice.tsx";
