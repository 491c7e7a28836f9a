/** Whether this browser understands a selector: asked of nothing. */
export function selectorWorks(selector: string): boolean {
  try {
    new DocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}
