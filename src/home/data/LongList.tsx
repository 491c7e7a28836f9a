// [Note: long lists] Thousands of rows, of which only those near the window are in the document: all rows have one height
// (a CSS variable, larger where the window is narrow), so the place of each is known without measuring. Printing shows
// them all.
import type { ComponentChildren, VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { usePrinting } from "./usePrinting.ts";

interface LongListProps<T> {
  readonly items: readonly T[];
  readonly label: string;
  readonly render: (item: T) => ComponentChildren;
}

/** Rows come and go so many at a time, and at least as many are kept ready above and below the window. */
const step = 8;

export function LongList<T extends { readonly id: string }>({ items, label, render }: LongListProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [height, setHeight] = useState(0);
  const [range, setRange] = useState({ first: 0, last: step });
  const printing = usePrinting();
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    let frame = 0;
    let row = 1;
    const look = (): void => {
      frame = 0;
      const top = -element.getBoundingClientRect().top;
      // In steps of several rows: most frames of a scroll change nothing in the document.
      const first = Math.max(0, (Math.floor(top / row / step) - 1) * step);
      // A list below the window (one of several on the page) has none of its rows in the document.
      const last = Math.max(0, (Math.ceil((top + innerHeight) / row / step) + 1) * step);
      setRange((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    const measure = (): void => {
      row = Number.parseFloat(getComputedStyle(element).getPropertyValue("--row-px"));
      setHeight(row);
      soon();
    };
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    measure();
    look();
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", measure);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener("scroll", soon);
      removeEventListener("resize", measure);
    };
  }, []);
  // A row that was drawn is not drawn again while it and its place are the same.
  const drawn = useRef({ render, height, rows: new WeakMap<T, { readonly at: number; readonly of: number; readonly row: VNode }>() });
  if (drawn.current.render !== render || drawn.current.height !== height) drawn.current = { render, height, rows: new WeakMap() };
  const draw = (item: T, at: number): VNode => {
    const before = drawn.current.rows.get(item);
    if (before && before.at === at && before.of === items.length && !printing) return before.row;
    const row = (
      <li key={item.id} class="long-row" aria-setsize={items.length} aria-posinset={at + 1} style={printing ? undefined : { transform: `translateY(${at * height}px)` }}>
        {render(item)}
      </li>
    );
    if (!printing) drawn.current.rows.set(item, { at, of: items.length, row });
    return row;
  };
  const first = printing ? 0 : Math.min(range.first, Math.max(0, items.length - 1));
  const shown = printing ? items : items.slice(first, range.last);
  return (
    <ul ref={list} class="long-list" aria-label={label} style={printing || height === 0 ? undefined : { height: `${items.length * height}px` }}>
      {shown.map((item, i) => draw(item, first + i))}
    </ul>
  );
}
