// Distinguished names: the few attributes that name a citizen and an authority.
import { isText, oid, text } from "../iso7816/der.ts";
import { readAll } from "../iso7816/tlv.ts";

export interface Name {
  readonly commonName: string | null;
  readonly givenName: string | null;
  readonly surname: string | null;
  readonly serialNumber: string | null;
  readonly organization: string | null;
}

const attributes: ReadonlyMap<string, keyof Name> = new Map([
  ["2.5.4.3", "commonName"],
  ["2.5.4.42", "givenName"],
  ["2.5.4.4", "surname"],
  ["2.5.4.5", "serialNumber"],
  ["2.5.4.10", "organization"],
]);

/** @param value content of the RDNSequence. @throws CardError CARD_MALFORMED */
export function readName(value: Uint8Array): Name {
  const name: { -readonly [K in keyof Name]: Name[K] } = {
    commonName: null,
    givenName: null,
    surname: null,
    serialNumber: null,
    organization: null,
  };
  for (const rdn of readAll(value)) {
    for (const pair of readAll(rdn.value)) {
      const [type, content] = readAll(pair.value);
      const key = type && attributes.get(oid(type.value));
      // The first of several is the most general one, and the one other programs show.
      // An attribute in a form that is no text is left out: the rest of the name is still worth showing.
      if (key && content && isText(content.tag)) name[key] ??= text(content.tag, content.value);
    }
  }
  return name;
}

/**
 * The 11-digit personal number in a subject's serialNumber: bare, or behind a prefix such as PNOGE- (ETSI EN 319
 * 412-1 §5.1.3). Null when there is none.
 */
export function personalNumber(name: Name): string | null {
  return /^(?:[A-Z]{5}-)?(\d{11})$/.exec(name.serialNumber ?? "")?.[1] ?? null;
}
