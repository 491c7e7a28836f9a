// [Note: keys stay in the panel] What is typed into a panel is typed into a frame of another origin, where the page hears nothing. But
// the page can take the keyboard itself, at any moment, with one `focus()`, and somebody who looks at the keys would type on, into
// the page. While a panel is open the page lies under its veil, and nobody means to type there: so characters do not get to it, neither
// to its fields nor to its listeners, which all come after this one (document_start). The panel says that it has lost the
// keyboard (src/frame/KeyboardAway.tsx). A frame of the page's own has a content script of its own, which knows of no panel: there the panel's word is all; so it is
// for what comes without keys (dictation, a window of signs), which the browser puts into a field without asking.
import { world } from "./world.ts";

const types = ["keydown", "keypress", "keyup", "beforeinput"] as const;

export function guardKeys(): void {
  for (const type of types) addEventListener(type, hold, true);
}

function hold(event: InputEvent | KeyboardEvent): void {
  const host = world.panel;
  if (!event.isTrusted || !host?.isConnected || event.target === host) return;
  // Whoever goes on by Tab, closes by Escape, scrolls, or uses a shortcut of the browser's says nothing by it.
  if ("key" in event && ((event.key.length > 1 && event.key !== "Enter") || ((event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState("AltGraph")))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
