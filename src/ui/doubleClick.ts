// [Note: double clicks] Who has clicked twice all their life clicks twice here, too. The second click of the two is meant for
// what the first one was on: when that has gone by then and something else stands in its place, nothing there was asked for.

const controls = "a, button, summary, label";

/** @param page the window whose second clicks end where another control has come under the pointer */
export function ignoreStrayClicks(page: EventTarget): void {
  let first: Element | null = null;
  page.addEventListener(
    "click",
    (event) => {
      if (!(event instanceof MouseEvent) || !(event.target instanceof Element)) return;
      const control = event.target.closest(controls);
      if (event.detail <= 1) first = control;
      else if (control !== null && control !== first) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    { capture: true },
  );
}

/**
 * For `onClickCapture` around buttons: the second click of a double click on a button is none. Who is used to clicking everything
 * twice would else close at once what they opened, or press what came up under the pointer meanwhile. Keys and screen readers
 * click with no count and are never held back.
 */
export function ignoreSecondClick(event: MouseEvent): void {
  if (event.detail < 2 || !(event.target instanceof Element) || event.target.closest("button") === null) return;
  event.preventDefault();
  event.stopPropagation();
}
