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
