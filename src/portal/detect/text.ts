/** What a person reads of an element, in one line. */
export function textOf(element: Element): string {
  return (element.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}

const headings = "h1, h2, h3, h4, h5, h6, [role=heading]";

/** The text that names a section, list or group: its label, the element it points to, or its own heading. */
export function nameOf(element: Element): string | null {
  const label = element.getAttribute("aria-label");
  if (label) return label.trim();
  const id = element.getAttribute("aria-labelledby")?.split(/\s+/, 1)[0];
  const labelled = id ? element.ownerDocument.getElementById(id) : null;
  if (labelled) return textOf(labelled);
  for (const child of element.children) {
    if (child.matches(headings)) return textOf(child);
    if (child.matches("summary, legend, caption, header")) return textOf(child.querySelector(headings) ?? child);
  }
  return null;
}

/** The names of the groups around an element, innermost first, and of the heading that stands before each. */
export function* groupNames(element: Element, levels = 7): Generator<string> {
  let at: Element | null = element;
  for (let level = 0; at && at !== at.ownerDocument.body && level < levels; level += 1) {
    const before: Element | null = at.previousElementSibling;
    if (before?.matches(headings)) yield textOf(before);
    at = at.parentElement;
    const name = at && nameOf(at);
    if (name) yield name;
  }
}
