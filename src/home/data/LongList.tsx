// [Note: long lists] Thousands of rows, of which only those near the window are in the document: all rows have one height
// (a CSS variable, larger where the window is narrow), so the place of each is known without measuring. Printing shows
// them all.
import { type ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

interface LongListProps<T> {
  readonly items: readonly T[];
  readonly label: string;
  readonly render: (item: T) => ComponentChildren;
}

/** Rows above and below the window that are kept ready. */
const margin = 8;

export function LongList<T extends { readonly id: string }>({ items, label, render }: LongListProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [height, setHeight] = useState(0);
  const [range, setRange] = useState({ first: 0, last: 2 * margin });
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const row = Number.parseFloat(getComputedStyle(element).getPropertyValue("--row-px"));
      const top = -element.getBoundingClientRect().top;
      setHeight(row);
      const first = Math.max(0, Math.floor(top / row) - margin);
      const last = Math.ceil((top + innerHeight) / row) + margin;
      setRange((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    const all = (): void => setPrinting(true);
    const some = (): void => setPrinting(false);
    look();
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    addEventListener("beforeprint", all);
    addEventListener("afterprint", some);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener("scroll", soon);
      removeEventListener("resize", soon);
      removeEventListener("beforeprint", all);
      removeEventListener("afterprint", some);
    };
  }, []);
  const first = printing ? 0 : Math.min(range.first, Math.max(0, items.length - 1));
  const shown = printing ? items : items.slice(first, range.last);
  return (
    <ul ref={list} class="long-list" aria-label={label} style={printing || height === 0 ? undefined : { height: `${items.length * height}px` }}>
      {shown.map((item, i) => (
        <li key={item.id} class="long-row" aria-setsize={items.length} aria-posinset={first + i + 1} style={printing ? undefined : { transform: `translateY(${(first + i) * height}px)` }}>
          {render(item)}
        </li>
      ))}
    </ul>
  );
}
