// Which version of each record a form replaces. Pure.

type Versions = ReadonlyMap<string, string>;

export interface FormVersions {
  /** The form's address. */
  readonly place: string;
  /** What was read of the vault when the versions were looked at last. */
  readonly read: unknown;
  readonly versions: Versions;
}

/**
 * Each record's version as the form saw it first: what has come since is looked at as well, or a record that another window
 * added meanwhile would count as changed under the form. One that was removed keeps the version that it had.
 * @param place null: no form is open
 * @param versions of what is shown; read only where something else is shown than before
 */
export function formVersions(before: FormVersions | null, place: string | null, read: unknown, versions: () => Versions): FormVersions | null {
  if (place === null) return null;
  if (before?.place !== place) return { place, read, versions: versions() };
  return before.read === read ? before : { place, read, versions: new Map([...versions(), ...before.versions]) };
}
