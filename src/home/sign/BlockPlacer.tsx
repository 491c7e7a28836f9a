import { useRef } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import type { ViewRect } from "../../ui/documents/pdfRenderer.ts";
import { clamped, moved } from "./blockPlace.ts";

interface BlockPlacerProps {
  readonly place: ViewRect;
  readonly onPlace: (place: ViewRect) => void;
}

/** The block's frame on the page: dragged with mouse, pen or finger, or moved by keyboard. */
export function BlockPlacer({ place, onPlace }: BlockPlacerProps) {
  const { t } = useTexts();
  const held = useRef<{ readonly dx: number; readonly dy: number } | null>(null);
  const at = (event: PointerEvent): { readonly x: number; readonly y: number } => {
    const page = event.currentTarget instanceof HTMLElement ? event.currentTarget.parentElement : null;
    const box = page?.getBoundingClientRect();
    return box ? { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height } : { x: 0, y: 0 };
  };
  return (
    <button
      type="button"
      class="block-box"
      aria-label={t("sign_doc_block_label")}
      style={{ left: `${place.x * 100}%`, top: `${place.y * 100}%`, width: `${place.width * 100}%`, height: `${place.height * 100}%` }}
      onPointerDown={(event) => {
        const { x, y } = at(event);
        held.current = { dx: x - place.x, dy: y - place.y };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (!held.current) return;
        const { x, y } = at(event);
        onPlace(clamped({ ...place, x: x - held.current.dx, y: y - held.current.dy }));
      }}
      onPointerUp={() => (held.current = null)}
      onPointerCancel={() => (held.current = null)}
      onKeyDown={(event) => {
        const next = moved(place, event.key, event.shiftKey);
        if (!next) return;
        event.preventDefault();
        onPlace(next);
      }}
    >
      {t("sign_doc_block_here")}
    </button>
  );
}
