// Where the visible block stands on a page, in fractions of the page as it is shown.
import type { ViewRect } from "../../ui/documents/pdfRenderer.ts";

const smallest = { width: 0.15, height: 0.035 } as const;
const step = 0.01;
const bigStep = 0.05;

/** Inside the page, and not too small to be read. */
export function clamped({ x, y, width, height }: ViewRect): ViewRect {
  const w = Math.min(1, Math.max(smallest.width, width));
  const h = Math.min(1, Math.max(smallest.height, height));
  return { x: Math.min(1 - w, Math.max(0, x)), y: Math.min(1 - h, Math.max(0, y)), width: w, height: h };
}

/** Moves by arrow keys, in large steps with Shift; + and − change the size. null: not one of these keys. */
export function moved(place: ViewRect, key: string, shift: boolean): ViewRect | null {
  const by = shift ? bigStep : step;
  switch (key) {
    case "ArrowLeft":
      return clamped({ ...place, x: place.x - by });
    case "ArrowRight":
      return clamped({ ...place, x: place.x + by });
    case "ArrowUp":
      return clamped({ ...place, y: place.y - by });
    case "ArrowDown":
      return clamped({ ...place, y: place.y + by });
    case "+":
    case "=":
      return clamped({ ...place, width: place.width * 1.1, height: place.height * 1.1 });
    case "-":
      return clamped({ ...place, width: place.width / 1.1, height: place.height / 1.1 });
    default:
      return null;
  }
}
