import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useTexts } from "../i18n/texts.tsx";
import { sendMessage } from "../platform/runtime.ts";
import { onOpened } from "./opened.ts";

/** The frame around a panel: its name, and the ways to close it. */
export function PanelShell({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  const { t } = useTexts();
  const close = (): void => void sendMessage({ kind: "frame/close" });
  const heading = useRef<HTMLHeadingElement>(null);
  // The keyboard, and a screen reader's voice, begin at the panel's name.
  useEffect(() => onOpened(() => heading.current?.focus()), []);
  useEffect(() => {
    document.title = title;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === "Escape") close();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [title]);
  return (
    <div class="panel">
      <header class="panel-head">
        <div class="panel-title">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <button type="button" class="icon-button" aria-label={t("common_close")} onClick={close}>
            ✕
          </button>
        </div>
      </header>
      <main class="stack">{children}</main>
    </div>
  );
}
