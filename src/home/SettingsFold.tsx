// [Note: settings folded up] Open, the eight sections are 6,500 pixels on a telephone: nobody finds the last ones. Folded they are a
// list of names. The address names the one that was opened last, so that a link, a reload and "back" lead to it again.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../i18n/texts.tsx";

export type SettingsPart = "language" | "profile" | "tools" | "map" | "shortcut" | "sites" | "kept" | "erase";

const addressOf = (part: SettingsPart): string => `#settings/${part}`;
const isWanted = (part: SettingsPart): boolean => location.hash === addressOf(part);

/** Without another entry in the history, and without the event that has others go to a new view. */
function nameInAddress(part: SettingsPart, open: boolean): void {
  // It may be told late, when another section is there already.
  if (!/^#settings(?:\/|$)/.test(location.hash)) return;
  if (open) history.replaceState(null, "", addressOf(part));
  else if (isWanted(part)) history.replaceState(null, "", "#settings");
}

interface SettingsFoldProps {
  readonly part: SettingsPart;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** One section of the settings: its name and what it is for; the rest when it is opened, or when the address names it. */
export function SettingsFold({ part, title, children }: SettingsFoldProps) {
  const { t } = useTexts();
  const [open, setOpen] = useState(isWanted(part));
  const summary = useRef<HTMLElement>(null);
  useEffect(() => {
    const come = (): void => {
      if (!isWanted(part)) return;
      setOpen(true);
      summary.current?.focus();
      summary.current?.scrollIntoView({ block: "start" });
    };
    come();
    addEventListener("hashchange", come);
    return () => removeEventListener("hashchange", come);
  }, [part]);
  return (
    <section aria-labelledby={`${part}-title`}>
      <details
        class="card settings-fold"
        open={open}
        onToggle={(event) => {
          // Those of folds inside come by here as well.
          if (event.target !== event.currentTarget) return;
          setOpen(event.currentTarget.open);
          nameInAddress(part, event.currentTarget.open);
        }}
      >
        <summary ref={summary}>
          <span>
            <h3 id={`${part}-title`}>{title}</h3>
            <span class="soft block">{t(`home_settings_${part}`)}</span>
          </span>
        </summary>
        <div class="stack">{children}</div>
      </details>
    </section>
  );
}
