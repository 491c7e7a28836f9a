import type { ComponentChildren } from "preact";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Underway } from "./Underway.tsx";
import type { FileWay } from "./useFileWay.ts";

interface FileRowProps {
  readonly name: string;
  readonly way: FileWay<unknown>;
  /** What is done with it while it is on its way. */
  readonly what: string;
  /** How it ended, in a sentence; "": it did not end, or nothing is to be said. */
  readonly outcome: string;
  readonly failed: boolean;
  /** On the button that has it go, and the same of this file, for whoever hears the button alone. */
  readonly label: string;
  readonly labelOf: string;
  /** What else is told of it. */
  readonly children?: ComponentChildren;
}

/** One file with the button that has it go and stops it, how far it is, and what came of it. */
export function FileRow({ name, way, what, outcome, failed, label, labelOf, children }: FileRowProps) {
  const { t } = useTexts();
  const { going, begin, stop } = way;
  return (
    <li class="entry">
      <div class="row">
        <div class="file-name">
          <p>
            <b>{name}</b>
          </p>
          {children}
        </div>
        {/* One and the same button: the keyboard stays on it. */}
        <Button label={going ? t("form_documents_stop_of", { NAME: name }) : labelOf} onClick={going ? stop : begin}>
          {going ? t("form_documents_stop") : label}
        </Button>
      </div>
      {going ? <Underway what={what} {...going} /> : null}
      {failed ? (
        <Notice kind="error" announced>
          <p>{outcome}</p>
        </Notice>
      ) : (
        <p role="status">{outcome}</p>
      )}
    </li>
  );
}
