// Where a draft, or what was sent, lies in the vault: to throw it away, and to bring it back.
import { type Application, parseApplication, type Sent, toJson } from "../../forms/application.ts";
import type { Applications, Draft } from "../../forms/applications.ts";
import type { VaultClient } from "../../vault/client.ts";
import type { InVault } from "./keptRemoval.ts";

/** With what it took the place of. @param applications all of them: what others have, too, is kept */
export function draftInVault({ draftId, version, application }: Draft, applications: Applications | null): InVault {
  return { records: [{ collection: "drafts", id: draftId, version, value: toJson(application) }, ...replacedBy(draftId, applications)], ...filesOf(draftId, application, applications) };
}

/** With the portal's word that it arrived, and the drafts whose place it took. */
export async function sentInVault(records: Pick<VaultClient["records"], "list">, { applicationId, application }: Sent, applications: Applications): Promise<InVault> {
  const its = (await records.list("drafts")).flatMap(({ id, version, value }) => {
    const read = parseApplication(value);
    return id === applicationId || (read?.type === "receipt" && read.applicationId === applicationId) ? [{ collection: "drafts" as const, id, version, value }] : [];
  });
  return { records: [...its, ...replacedBy(applicationId, applications)], ...filesOf(applicationId, application, applications) };
}

/** They would be seen again without it. */
function replacedBy(id: string, applications: Applications | null): InVault["records"] {
  return (applications?.replaced.get(id) ?? []).map((one) => ({ collection: "drafts", id: one.id, version: one.version, value: null }));
}

/** An application's files, and which of them no other has, too. */
function filesOf(id: string, { attachments }: Application, applications: Applications | null): Pick<InVault, "attachmentIds" | "onlyIts"> {
  const others = [...(applications?.drafts ?? []).filter(({ draftId }) => draftId !== id), ...(applications?.sent ?? []).filter(({ applicationId }) => applicationId !== id)];
  const used = new Set(others.flatMap(({ application }) => application.attachments.map(({ attachmentId }) => attachmentId)));
  const attachmentIds = attachments.map(({ attachmentId }) => attachmentId);
  return { attachmentIds, onlyIts: attachmentIds.filter((one) => !used.has(one)) };
}
