const freshWords = /ახალი|გაიმეორ|გამეორ|კიდევ ერთხელ|დაადასტურ|\bnew\b|\brepeat\b|\bagain\b|\bconfirm/i;

/** Whether a field is for a password that is only now chosen, or typed once more. @param label what the page calls it */
export function isFreshPassword(field: Element, label: string): boolean {
  return freshWords.test(label) || field.getAttribute("autocomplete") === "new-password";
}
