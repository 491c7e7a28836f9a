// Shows PDF pages, by PDF.js. No script of the document runs (there is no sandbox for it), no form is alive, no address
// is fetched: what is drawn comes out of the file, and fonts that are not in it out of the extension (pdfjs/).
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { extensionUrl } from "../../platform/runtime.ts";

/** A rectangle on a page as shown, in fractions of its width and height, from its upper left corner. */
export interface ViewRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ShownPage {
  /** Points, as shown (turned pages are turned). */
  readonly width: number;
  readonly height: number;
  /** Draws the page this many device pixels wide. An abort leaves the canvas as it is. */
  draw(canvas: HTMLCanvasElement, pixels: number, signal: AbortSignal): Promise<void>;
  /** The page's words in their order in the file, for who can't see it. */
  text(): Promise<string>;
  /** In the page's own units: x1, y1, x2, y2 from its lower left corner. */
  toPage(rect: ViewRect): readonly [number, number, number, number];
}

export interface OpenPdf {
  readonly pages: number;
  /** @param index from 0 */
  page(index: number): Promise<ShownPage>;
  close(): Promise<void>;
}

/** More than this a canvas can't hold on every system. */
const mostPixels = 16_000_000;

/** @throws whatever PDF.js finds wrong with the file */
export async function openPdf(file: Blob): Promise<OpenPdf> {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const { PDFDataRangeTransport, PDFWorker, getDocument } = pdfjs;
  // The file stays where it is: a page needs a few of its bytes.
  class BlobTransport extends PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      void file.slice(begin, end).arrayBuffer().then((buffer) => this.onDataRange(begin, new Uint8Array(buffer)));
    }
  }
  const port = new Worker(new URL("./pdf.worker.ts", import.meta.url), { type: "module" });
  const worker = PDFWorker.create({ port });
  const close = async (): Promise<void> => {
    await task.destroy();
    worker.destroy();
    port.terminate();
  };
  const task = getDocument({
    range: new BlobTransport(file.size, null),
    worker,
    rangeChunkSize: 256 * 1024,
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
    isEvalSupported: false,
    cMapUrl: extensionUrl("pdfjs/cmaps/"),
    standardFontDataUrl: extensionUrl("pdfjs/standard_fonts/"),
    wasmUrl: extensionUrl("pdfjs/wasm/"),
    iccUrl: extensionUrl("pdfjs/iccs/"),
    verbosity: 0,
  });
  try {
    const document: PDFDocumentProxy = await task.promise;
    return { pages: document.numPages, page: async (index) => shown(await document.getPage(index + 1)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function shown(page: PDFPageProxy): ShownPage {
  const view = page.getViewport({ scale: 1 });
  return {
    width: view.width,
    height: view.height,
    draw: async (canvas, pixels, signal) => {
      const scale = Math.min(pixels / view.width, Math.sqrt(mostPixels / (view.width * view.height)));
      const viewport = page.getViewport({ scale });
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      const drawing = page.render({ canvas, viewport });
      const stop = (): void => drawing.cancel();
      signal.addEventListener("abort", stop);
      try {
        await drawing.promise;
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        signal.removeEventListener("abort", stop);
      }
    },
    text: async () => {
      const { items } = await page.getTextContent();
      return items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join(" ").replaceAll(/ +/g, " ").trim();
    },
    toPage: ({ x, y, width, height }) => {
      const [ax = 0, ay = 0] = view.convertToPdfPoint(x * view.width, y * view.height);
      const [bx = 0, by = 0] = view.convertToPdfPoint((x + width) * view.width, (y + height) * view.height);
      return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
    },
  };
}
