import type { Bytes } from "../bytes.ts";
import { CardError } from "../error.ts";
import type { CardConnection } from "../reader.ts";

/**
 * The same card, kept from others until the end of the connection: for a caller that can't say where a sequence ends,
 * such as the other end of the bridge. What it selected and verified stays valid. See: [Note: sequences].
 * @throws CardError READER_HELD when others keep the card too long
 */
export async function holdCard(connection: CardConnection): Promise<CardConnection> {
  if (!connection.sequence) return connection;
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await new Promise<void>((began, failed) => {
    connection
      .sequence?.(async () => {
        began();
        await held;
      })
      .catch(failed);
  });
  // A card that is gone is not kept from whoever connects to the next one.
  const unlessLost = async (answer: Promise<Bytes>): Promise<Bytes> => {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof CardError && /^(READER_(GONE|HELD|TIMEOUT)|CARD_(REMOVED|ABSENT|MUTE))$/.test(error.code)) letGo();
      throw error;
    }
  };
  return {
    atr: connection.atr,
    protocol: connection.protocol,
    apduLength: connection.apduLength,
    features: connection.features,
    transmit: (apdu, options) => unlessLost(connection.transmit(apdu, options)),
    control: (feature, data, options) => unlessLost(connection.control(feature, data, options)),
    disconnect: async (disposition) => {
      letGo();
      await connection.disconnect(disposition);
    },
  };
}
