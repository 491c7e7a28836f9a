// When commands come in: the time from one to the next is the road there and back, the client's own work and the card's.
import type { ResourceManager } from "../../pcsc/resourceManager.ts";

/** @returns the moments of all transmits, in milliseconds */
export function timed(manager: ResourceManager): readonly number[] {
  const times: number[] = [];
  const transmit = manager.transmit.bind(manager);
  manager.transmit = async (id, apdu) => {
    times.push(performance.now());
    return await transmit(id, apdu);
  };
  return times;
}
