// What can go wrong with an answer of the peer. Indexes count answers from 0 since the peer was made.

export const damages = ["silent", "twice", "stranger", "notAnObject", "noType", "otherType", "noData", "noId", "textId", "noPayload", "emptyPayload", "textCode", "nullResults", "textBytes", "bigByte"] as const;

export type Damage = (typeof damages)[number];

export type PeerFault = { readonly answer: number; readonly kind: Damage | "hangUp" } | { readonly answer: number; readonly kind: "slow"; readonly ms: number };

interface Answer {
  readonly type?: unknown;
  readonly data?: { readonly request_id?: number; readonly payload?: readonly unknown[] };
}

const deepBytes = (value: unknown, change: (bytes: readonly number[]) => unknown): unknown => {
  if (Array.isArray(value)) {
    const flat = value as unknown[];
    return flat.length > 0 && flat.every((one) => typeof one === "number") ? change(flat) : flat.map((one) => deepBytes(one, change));
  }
  return value;
};

/** The messages that go out in place of a good answer. */
export function damage(message: object, kind: Damage): readonly unknown[] {
  const answer = message as Answer;
  const data = answer.data ?? {};
  const [code, ...results] = data.payload ?? [];
  const withPayload = (payload: unknown): unknown => ({ ...answer, data: { ...data, payload } });
  switch (kind) {
    case "silent":
      return [];
    case "twice":
      return [message, message];
    case "stranger":
      return [{ ...answer, data: { ...data, request_id: 1_000_000 } }, "what?", 5, message];
    case "notAnObject":
      return ["an answer"];
    case "noType":
      return [{ data }];
    case "otherType":
      return [{ ...answer, type: "pcsc_lite_function_call::request" }];
    case "noData":
      return [{ type: answer.type }];
    case "noId":
      return [{ ...answer, data: { payload: data.payload } }];
    case "textId":
      return [{ ...answer, data: { ...data, request_id: String(data.request_id) } }];
    case "noPayload":
      return [withPayload("fine")];
    case "emptyPayload":
      return [withPayload([])];
    case "textCode":
      return [withPayload([String(code), ...results])];
    case "nullResults":
      return [withPayload([code, ...results.map(() => null)])];
    case "textBytes":
      return [withPayload([code, ...results.map((one) => deepBytes(one, (bytes) => bytes.join(",")))])];
    case "bigByte":
      return [withPayload([code, ...results.map((one) => deepBytes(one, (bytes) => [...bytes, 256]))])];
  }
}
