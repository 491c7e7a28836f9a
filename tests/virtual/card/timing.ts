// Simulated thinking time in milliseconds. Without it every host looks fast; with it the floor under a login is a
// number one can compare with. Order of magnitude of contact cards of the two generations, not a measurement of one.

interface Cost {
  readonly base: number;
  /** Per data byte moved in or out: EEPROM/flash read and copying. */
  readonly perByte: number;
  readonly why: string;
}

const COSTS: Readonly<Record<number, Cost>> = {
  0xa4: { base: 8, perByte: 0, why: "walks a directory and writes the selection in RAM" },
  0xb0: { base: 4, perByte: 0.043, why: "about 15 ms for 256 bytes" },
  0xb1: { base: 4, perByte: 0.043, why: "as B0" },
  0xb2: { base: 5, perByte: 0.043, why: "looks the record up first" },
  0xca: { base: 4, perByte: 0.02, why: "RAM and short objects" },
  0xcb: { base: 5, perByte: 0.02, why: "parses a header list" },
  0x20: { base: 30, perByte: 0, why: "counter is written before the comparison and again after it" },
  0x24: { base: 45, perByte: 0, why: "as VERIFY, and the new value is written" },
  0x2c: { base: 45, perByte: 0, why: "as CHANGE REFERENCE DATA" },
  0x44: { base: 12, perByte: 0, why: "one life-cycle byte is written" },
  0x22: { base: 5, perByte: 0, why: "parses a template, RAM only" },
  0xc0: { base: 1, perByte: 0.01, why: "copies what is ready" },
  0x84: { base: 3, perByte: 0.05, why: "random generator with its online test" },
};

/** What one private-key operation takes, by key type and bits. */
const KEY_COSTS: Readonly<Record<string, number>> = { "rsa:2048": 350, "rsa:3072": 900, "ec:256": 90, "ec:384": 140 };

export function commandMs(ins: number, bytes: number): number {
  const cost = COSTS[ins] ?? { base: 3, perByte: 0 };
  return cost.base + cost.perByte * bytes;
}

export function keyMs(type: "rsa" | "ec", bits: number): number {
  return KEY_COSTS[`${type}:${bits}`] ?? 500;
}
