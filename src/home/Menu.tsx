import { useRef } from "preact/hooks";
import { useTexts } from "../i18n/texts.tsx";
import { useNarrow } from "../ui/useNarrow.ts";
import { type Section, sections } from "./sections.ts";

/** The home page's sections. On a telephone's width they would fill the screen before anything else: there they are folded away. */
export function Menu({ section }: { readonly section: Section }) {
  const { t } = useTexts();
  const narrow = useNarrow();
  const fold = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (fold.current) fold.current.open = false;
  };
  const links = (
    <nav class="home-nav" aria-label={t("home_nav")} onClick={close}>
      {sections.map((one) => (
        <a key={one} href={`#${one}`} aria-current={section === one ? "page" : undefined}>
          {t(`home_nav_${one}`)}
        </a>
      ))}
    </nav>
  );
  if (!narrow) return links;
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !fold.current?.open) return;
    close();
    fold.current.querySelector("summary")?.focus();
  };
  return (
    <details ref={fold} class="home-menu" onKeyDown={escape}>
      <summary>
        {t("home_menu")}
        {section === "welcome" ? null : <span class="soft"> · {t(`home_nav_${section}`)}</span>}
      </summary>
      {links}
    </details>
  );
}
