import type { CardConnection } from "../reader.ts";

/** The same connection, whose end is noticed once. */
export function watchedConnection(connection: CardConnection, onEnd: () => void): CardConnection {
  let ended = false;
  return {
    atr: connection.atr,
    protocol: connection.protocol,
    apduLength: connection.apduLength,
    features: connection.features,
    transmit: (apdu, options) => connection.transmit(apdu, options),
    control: (feature, data, options) => connection.control(feature, data, options),
    ...(connection.sequence ? { sequence: <T>(act: () => Promise<T>) => connection.sequence?.(act) ?? act() } : {}),
    disconnect: async (disposition) => {
      await connection.disconnect(disposition);
      if (!ended) onEnd();
      ended = true;
    },
  };
}
