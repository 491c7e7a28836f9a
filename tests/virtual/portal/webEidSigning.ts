// Signing as a site does it with the Web eID library: it asks for the certificate, makes a hash on its server, has that
// signed, and checks the signature on its server. Node's own crypto, nothing from src/.
import { constants, createHash, createPublicKey, randomBytes, verify, X509Certificate } from "node:crypto";

export interface SiteSignature {
  readonly holder: string;
  readonly hashFunction: string;
  readonly paddingScheme: string;
}

/** Rides on the page's own webEid() of /login.js. */
export const signingScript = (login: string): string => `${login}
async function sign(options, change) {
  const status = document.getElementById("status");
  status.textContent = "";
  delete status.dataset.code;
  const wait = 2 * (options?.userInteractionTimeout ?? 120000);
  const post = async (path, value) => {
    const answer = await fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(value) });
    if (!answer.ok) throw Object.assign(new Error("refused"), { code: "REFUSED: " + (await answer.text()) });
    return await answer.json();
  };
  try {
    const { certificate, supportedSignatureAlgorithms } = await webEid("get-signing-certificate", { options }, wait);
    globalThis.certificate = { certificate, supportedSignatureAlgorithms };
    const prepared = { certificate, ...(await post("/sign/prepare", { certificate, supportedSignatureAlgorithms })), ...change };
    const { signature, signatureAlgorithm } = await webEid("sign", { ...prepared, options }, wait);
    await post("/sign/finish", { signature, signatureAlgorithm });
    document.getElementById("done").textContent = "ხელმოწერა მიღებულია";
  } catch (error) {
    status.dataset.code = error.code ?? String(error);
    status.textContent = "ხელმოწერა ვერ მოხერხდა.";
  }
}
globalThis.sign = sign;
document.getElementById("sign")?.addEventListener("click", () => void sign());
`;

interface Prepared {
  readonly certificate: X509Certificate;
  readonly document: Buffer;
  readonly hashFunction: string;
}

/** One site's side of the protocol, for one session. */
export class SigningDesk {
  readonly signatures: SiteSignature[] = [];
  readonly #trusted: readonly X509Certificate[];
  #prepared: Prepared | null = null;

  /** @param trusted root and signing authority, DER */
  constructor(trusted: readonly Uint8Array[]) {
    this.#trusted = trusted.map((der) => new X509Certificate(der));
  }

  /** @returns what the page is to have signed, or why not. */
  prepare(value: unknown): { readonly hash: string; readonly hashFunction: string } | string {
    const { certificate, supportedSignatureAlgorithms } = value as Record<string, unknown>;
    if (typeof certificate !== "string" || !Array.isArray(supportedSignatureAlgorithms)) return "shape";
    const names = supportedSignatureAlgorithms.map((one: { hashFunction?: unknown }) => one.hashFunction);
    const hashFunction = ["SHA-256", "SHA-384", "SHA-512"].find((name) => names.includes(name));
    if (!hashFunction) return "no hash function in common";
    const parsed = new X509Certificate(Buffer.from(certificate, "base64"));
    if (!this.#isQualified(parsed)) return "certificate";
    const document = randomBytes(64);
    this.#prepared = { certificate: parsed, document, hashFunction };
    return { hash: createHash(nodeName(hashFunction)).update(document).digest("base64"), hashFunction };
  }

  /** @returns null when the signature holds, else why not. */
  finish(value: unknown): string | null {
    const prepared = this.#prepared;
    this.#prepared = null;
    if (!prepared) return "nothing was prepared";
    const { signature, signatureAlgorithm } = value as Record<string, unknown>;
    const { cryptoAlgorithm, hashFunction, paddingScheme } = (signatureAlgorithm ?? {}) as Record<string, unknown>;
    if (typeof signature !== "string" || typeof paddingScheme !== "string" || hashFunction !== prepared.hashFunction) return "shape";
    const key = createPublicKey(prepared.certificate.publicKey.export({ type: "spki", format: "pem" }));
    const name = nodeName(prepared.hashFunction);
    const bytes = Buffer.from(signature, "base64");
    const holds =
      cryptoAlgorithm === "ECC"
        ? verify(name, prepared.document, { key, dsaEncoding: "ieee-p1363" }, bytes)
        : paddingScheme === "PSS"
          ? verify(name, prepared.document, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }, bytes)
          : verify(name, prepared.document, key, bytes);
    if (!holds) return "signature";
    const holder = /(?:^|\n)CN=([^\n]+)/.exec(prepared.certificate.subject)?.[1] ?? "";
    this.signatures.push({ holder, hashFunction: prepared.hashFunction, paddingScheme });
    return null;
  }

  #isQualified(certificate: X509Certificate): boolean {
    const [root, authority] = this.#trusted;
    if (!root || !authority) return false;
    const now = new Date();
    const inTime = new Date(certificate.validFrom) <= now && now <= new Date(certificate.validTo);
    return inTime && certificate.checkIssued(authority) && certificate.verify(authority.publicKey) && authority.verify(root.publicKey);
  }
}

function nodeName(hashFunction: string): string {
  return hashFunction.toLowerCase().replace("-", "");
}
