// The menu without a mouse: from the search into what was found, up and down along it, and back into the search.

/** @returns what has the keyboard after this key; null: the key is not for us */
function next(key: string, links: readonly HTMLElement[], at: number, field: HTMLInputElement): HTMLElement | null {
  if (key === "ArrowDown") return links[at + 1] ?? null;
  if (key === "ArrowUp") return at === 0 ? field : (links[at - 1] ?? null);
  // Enter after what was typed leads to the first that was found, and does not go there yet: it may not be what was meant.
  return key === "Enter" && at < 0 && field.value !== "" ? (links[0] ?? null) : null;
}

/** Moves the keyboard between the search `field` and the links of the services in `panel` with the arrow keys. */
export function alongServices(event: KeyboardEvent, panel: ParentNode, field: HTMLInputElement | null): void {
  // With Alt the arrows move the service itself.
  if (!field || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
  const { target } = event;
  const links = [...panel.querySelectorAll<HTMLElement>(".service-link")].filter((one) => one.checkVisibility());
  const at = target instanceof HTMLElement ? links.indexOf(target) : -1;
  if (at < 0 && target !== field) return;
  const found = next(event.key, links, at, field);
  if (!found) return;
  event.preventDefault();
  found.focus();
}
