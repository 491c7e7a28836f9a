import type { BlockPlace } from "../signing/documents/job.ts";
import { openPdf } from "../ui/documents/pdfRenderer.ts";

/** Lower right of the first page; above what signed before, so that blocks don't lie over each other. */
const usual = { x: 0.56, y: 0.84, width: 0.36, height: 0.1 } as const;

/** Where the visible block stands when nobody chose a place. null: the document can't be shown, and is signed without a mark. */
export async function usualBlock(document: Blob): Promise<BlockPlace | null> {
  try {
    const pdf = await openPdf(document);
    const page = await pdf.page(0);
    const rect = page.toPage(usual);
    await pdf.close();
    return { page: 0, rect };
  } catch {
    return null;
  }
}
