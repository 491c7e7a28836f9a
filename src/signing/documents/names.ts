/** `contract.pdf` → `contract-signed.pdf`: the original's name stays free for the original. */
export function signedName(name: string): string {
  const [, stem = name, ending = ""] = /^(.+?)(\.[^.]{1,8})?$/su.exec(name) ?? [];
  return `${stem}-signed${ending}`;
}
