/** Whether this browser understands a selector: asked of nothing. */
export function selectorWorks(selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}
