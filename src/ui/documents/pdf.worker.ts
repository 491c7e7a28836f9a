// PDF.js's own worker, as a worker of ours: the parser of a file from anywhere never runs in a page.
import "pdfjs-dist/legacy/build/pdf.worker.min.mjs";
