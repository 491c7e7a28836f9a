// [Note: a card used elsewhere] Tells the extension's other windows that a card was given a PIN: what they show of it (tries left, whether there is a
// signing PIN) may have changed. On a road where windows take turns each reads anew when its turn comes back; where the
// card is shared (the Connector) nobody would notice.

const channelName = "moqalaqe-card-used";

/** Waits for what gives the card a PIN, and tells of it, however it ended. */
export async function telling<T extends Promise<unknown>>(use: T): Promise<Awaited<T>> {
  try {
    return await use;
  } finally {
    const channel = new BroadcastChannel(channelName);
    channel.postMessage(null);
    channel.close();
  }
}

/** @returns ends the listening. */
export function onCardUsed(listener: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", listener);
  return () => channel.close();
}
