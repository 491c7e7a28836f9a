// The worker for documents: PDF structure, hashing and CMS stay out of the windows. It ends with the window.
import * as Comlink from "comlink";
import { CardError } from "../../card/error.ts";
import { SigningError } from "../error.ts";
import { readTrueType } from "../pdf/trueType.ts";
import type { DocumentsWorkerApi } from "./api.ts";
import { checkDocument } from "./check.ts";
import { signAll } from "./signAll.ts";

const api: DocumentsWorkerApi = {
  check: checkDocument,
  signAll: async (job, { name, at, shownTime, ...signer }, font, { sign, web, onPrepared, onRead, onHashed, onAsking, onOutcome }) => {
    const signDigest = async (digest: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
      const result = await sign(digest);
      if (result.ok) return result.value;
      throw new CardError(result.error.code, result.error.message, result.error.detail);
    };
    await signAll(job, {
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
      onOutcome,
    });
  },
};

Comlink.expose(api);
