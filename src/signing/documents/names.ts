/** `contract.pdf` → `contract-signed.pdf`: the original's name stays free for the original. */
export function signedName(name: string): string {
  const [, stem = name, ending = ""] = /^(.+?)(\.[^.]{1,8})?$/su.exec(name) ?? [];
  return `${stem}-signed${ending}`;
}

/** `letter.txt` → `letter.txt.asice`; several: named after the first. */
export function containerName(names: readonly string[]): string {
  const [first = "signed"] = names;
  return names.length > 1 ? `${first} +${names.length - 1}.asice` : `${first}.asice`;
}
