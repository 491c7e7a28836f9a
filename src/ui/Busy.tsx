import type { ComponentChildren } from "preact";

/** Work under way; its text is read out. */
export function Busy({ children }: { readonly children: ComponentChildren }) {
  return (
    <p class="busy" role="status">
      {children}
    </p>
  );
}
