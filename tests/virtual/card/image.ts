// What a card is made from: plain JSON, so that a demo build can embed a personalised card.

export type ProfileName = "georgia1" | "georgia2" | "georgia2ec" | "sample6";

export interface CardKey {
  readonly type: "rsa" | "ec";
  readonly bits: number;
  readonly jwk: JsonWebKey;
}

export interface PinRecord {
  readonly value: string;
  readonly tries: number;
}

export interface CardImage {
  readonly profile: ProfileName;
  readonly label: string;
  readonly serialHex: string;
  /** DER, Base64. */
  readonly certificates: {
    readonly authentication: string;
    readonly signing: string;
    readonly authenticationCa: string;
    readonly signingCa: string;
  };
  readonly keys: { readonly authentication: CardKey; readonly signing: CardKey };
  readonly pins: {
    readonly login: PinRecord;
    /** `value` null = transport state: only the 5-digit code exists. */
    readonly signing: { readonly value: string | null; readonly transport: string; readonly tries: number };
    readonly puk: PinRecord;
    readonly can: string;
  };
}
