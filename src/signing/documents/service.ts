// The work of the worker for documents, without the worker.
import { DistantFile, piecesOf, received } from "../../codec/distantFile.ts";
import { CardError } from "../../card/error.ts";
import { SigningError } from "../error.ts";
import { readTrueType } from "../pdf/trueType.ts";
import type { DocumentsWorkerApi } from "./api.ts";
import { checkDocument } from "./check.ts";
import type { DocumentOutcome } from "./job.ts";
import { signAll } from "./signAll.ts";

/** As it can leave the worker. */
function outgoing(outcome: DocumentOutcome): DocumentOutcome {
  if (!outcome.ok || !(outcome.value?.data instanceof DistantFile)) return outcome;
  return { ok: true, value: { ...outcome.value, data: new Blob([], { type: outcome.value.data.type }), pieces: piecesOf(outcome.value.data) } };
}

export const documentsService: DocumentsWorkerApi = {
  check: checkDocument,
  signAll: async (job, { name, at, shownTime, ...signer }, font, { sign, web, onPrepared, onRead, onHashed, onAsking, onOutcome }) => {
    const signDigest = async (digest: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
      const result = await sign(digest);
      if (result.ok) return result.value;
      throw new CardError(result.error.code, result.error.message, result.error.detail);
    };
    const documents = job.documents.map((one) => ({ ...one, data: received(one.data, one.name) }));
    await signAll({ ...job, documents }, {
      signer: { ...signer, sign: signDigest },
      signerName: name,
      at: new Date(at),
      shownTime,
      font: readTrueType(font),
      fontName: "NotoSansGeorgian-Moqalaqe",
      web: async ({ url, method, contentType, body }) => {
        const result = await web({ url, method, contentType, body });
        if (result.ok) return result.value;
        throw new SigningError(result.error.code, result.error.message);
      },
      onPrepared,
      onRead,
      onHashed,
      onAsking,
      onOutcome: (index, outcome) => onOutcome(index, outgoing(outcome)),
    });
  },
};
