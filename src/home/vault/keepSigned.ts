import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import { keeping, type Unkept } from "./unkept.ts";
import { vaultOfPage } from "./useVault.ts";

export type KeptAs = "version" | "document";

const ownDocumentAfter: ReadonlySet<VaultErrorCode> = new Set(["VAULT_LOCKED", "VAULT_GONE", "DOCUMENT_NONE"]);

/**
 * A PDF gets its signature as a new version of itself; anything else lies in a container, which is a document of its own.
 * One that can't be kept is among the unkept ones, until it can.
 * @throws why it could not be kept
 */
export function keepSigned(one: Unkept): Promise<KeptAs> {
  return keeping(one, () => keep(one));
}

async function keep({ view, signed: { name, data: whole, pieces } }: Unkept): Promise<KeptAs> {
  const { documents } = vaultOfPage();
  const { documentId } = view;
  const sha256 = view.revisions.at(-1)?.sha256 ?? "";
  const data = pieces ? pieces.map((piece) => (piece instanceof Blob ? piece : { documentId, sha256, ...piece })) : whole;
  const { category, tags, organisation, folder } = view;
  const facts = { name, type: whole.type, source: "signed", category, tags, organisation, folder, extra: { signedFrom: documentId } };
  const isVersion = whole.type === "application/pdf";
  const kept = isVersion ? documents.addRevision(documentId, data, view.version) : documents.add(data, facts);
  try {
    await kept;
    return isVersion ? "version" : "document";
  } catch (error) {
    const code = codeOf(error);
    // Locked while the card was asked: what was signed waits, as a document of its own, until the vault is open again.
    // Deleted meanwhile, what it was made of: it is a document of its own, too.
    if (pieces || !ownDocumentAfter.has(code)) throw error;
    await vaultOfPage().inbox.keep({ kind: "file", file: whole, facts });
    return "document";
  }
}
