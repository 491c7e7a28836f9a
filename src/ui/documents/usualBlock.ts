import type { BlockPlace } from "../../signing/documents/job.ts";
import { openPdf } from "./pdfRenderer.ts";

/** Lower right, clear of the margins: where a signature is looked for. */
export const usualPlace = { x: 0.56, y: 0.84, width: 0.36, height: 0.1 } as const;

/** Where the visible block stands when nobody chose a place. null: the document can't be shown, and is signed without a mark. */
export async function usualBlock(document: Blob): Promise<BlockPlace | null> {
  try {
    const pdf = await openPdf(document);
    const page = await pdf.page(0);
    const rect = page.toPage(usualPlace);
    await pdf.close();
    return { page: 0, rect };
  } catch {
    return null;
  }
}
