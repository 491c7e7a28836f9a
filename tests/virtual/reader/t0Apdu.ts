type Bytes = Uint8Array<ArrayBuffer>;

/** Instructions whose P3 is a length of data to come from the card. */
const outgoing = new Set([0xb0, 0xb2, 0xc0, 0xca, 0x84]);

/** A TPDU as the card's APDU machine wants it: P3 = 0 with nothing to fetch is case 1. */
export function t0Apdu(header: Bytes): Bytes {
  const [, ins = 0, , , p3 = 0] = header;
  return header.length === 5 && p3 === 0 && !outgoing.has(ins) ? header.slice(0, 4) : header.slice();
}
