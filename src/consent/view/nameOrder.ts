const georgian = new Intl.Collator("ka", { numeric: true });

/** By the Georgian alphabet. Schools and clinics have numbers: the second stands before the tenth. */
export const byName = (one: string, other: string): number => georgian.compare(one, other);
