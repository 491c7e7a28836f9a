/** A size in bytes as its number and the key of its unit: 1.5, "mb". */
export function sizeParts(bytes: number): { readonly number: string; readonly unit: "b" | "kb" | "mb" | "gb" } {
  const units = ["b", "kb", "mb", "gb"] as const;
  let [value, step] = [bytes, 0];
  while (value >= 1024 && step < units.length - 1) {
    value /= 1024;
    step += 1;
  }
  return { number: step === 0 || value >= 100 ? value.toFixed(0) : value.toFixed(1).replace(/\.0$/, ""), unit: units[step] ?? "b" };
}
