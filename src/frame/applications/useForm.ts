import { useState } from "preact/hooks";
import type { FromFrame, ToFrame } from "../../forms/line.ts";
import type { FieldValue } from "../../forms/snapshot.ts";
import { useLine } from "../useLine.ts";

export type PageForm = Extract<ToFrame, { kind: "form" }>;
type Fill = Extract<FromFrame, { kind: "fill" }>;

interface Control {
  /** The form in the page around the frame; null: it has none. */
  readonly form: PageForm | null;
  /** Puts values into it. null: it is being done. */
  readonly fill: (wish: Omit<Fill, "kind">) => void;
  readonly filled: "busy" | readonly FieldValue[] | null;
}

/** The page's form, over the line. */
export function useForm(line: Promise<MessagePort>): Control {
  const [form, setForm] = useState<PageForm | null>(null);
  const [filled, setFilled] = useState<Control["filled"]>(null);
  const port = useLine(line, (message) => {
    if (message.kind === "form") setForm(message);
    if (message.kind === "filled") setFilled(message.missing);
  });
  return {
    form,
    filled,
    fill: (wish) => {
      setFilled("busy");
      port.current?.postMessage({ kind: "fill", ...wish } satisfies Fill);
    },
  };
}
