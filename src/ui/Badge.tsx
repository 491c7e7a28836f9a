import type { ComponentChildren } from "preact";

/** A word that stands out; its meaning is in the word, not in the colour. */
export function Badge({ kind, children }: { readonly kind: "plain" | "warn" | "error" | "good"; readonly children: ComponentChildren }) {
  return <span class={`badge badge-${kind}`}>{children}</span>;
}
