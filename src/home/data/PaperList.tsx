import type { Paper } from "../../consent/request/event.ts";
import { PaperView } from "./PaperView.tsx";

/** @param label what they belong to, where the list does not stand under it */
export function PaperList({ papers, label }: { readonly papers: readonly Paper[]; readonly label?: string }) {
  return (
    <ul class="plain-list" aria-label={label}>
      {papers.map((one) => (
        <li key={one.id}>
          <PaperView paper={one} />
        </li>
      ))}
    </ul>
  );
}
