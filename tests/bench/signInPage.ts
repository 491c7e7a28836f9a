// Runs in the browser: signs a PDF of a size, beside one SHA-256 pass over the same bytes. Bundled by pdfSigning.ts.
import { signPdf } from "../../src/signing/pades/signPdf.ts";
import type { JwaAlgorithm, Signer } from "../../src/signing/signer.ts";

type Bytes = Uint8Array<ArrayBuffer>;

interface Given {
  readonly certificateDer: readonly number[];
  readonly chainDer: readonly (readonly number[])[];
  readonly algorithm: JwaAlgorithm;
}

/** The card's part, answered by the test at once; its time is taken out. */
declare const signDigest: (digest: readonly number[]) => Promise<readonly number[]>;

async function measure({ certificateDer, chainDer, algorithm }: Given): Promise<{ readonly floorMs: number; readonly signMs: number }> {
  const file = chosen();
  const start = performance.now();
  await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  const floorMs = performance.now() - start;
  let atCard = 0;
  const signer: Signer = {
    certificateDer: Uint8Array.from(certificateDer),
    chainDer: chainDer.map((one) => Uint8Array.from(one)),
    algorithm,
    sign: async (digest: Bytes) => {
      const asked = performance.now();
      const signature = Uint8Array.from(await signDigest([...digest]));
      atCard += performance.now() - asked;
      return signature;
    },
  };
  const began = performance.now();
  const { file: signed } = await signPdf({ document: file, time: new Date(), signerName: "ნინო ტესტაძე", reason: null, appearance: null, signer });
  const signMs = performance.now() - began - atCard;
  if (signed.size <= file.size) throw new Error("nothing was signed");
  return { floorMs, signMs };
}

/** The pass alone, for its memory. */
async function pass(): Promise<void> {
  await crypto.subtle.digest("SHA-256", await chosen().arrayBuffer());
}

/** The file a person would have chosen: it is on the disk, and no page has it in memory. */
function chosen(): File {
  const file = document.querySelector<HTMLInputElement>("input")?.files?.[0];
  if (!file) throw new Error("no file");
  return file;
}

Object.assign(globalThis, { measure, pass });
