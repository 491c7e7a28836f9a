// How long a client takes from one answer to its next command: the road there and back, and the client's own work.
import type { ResourceManager } from "../../pcsc/resourceManager.ts";

/** @returns milliseconds between consecutive transmits of one sequence, as they come in */
export function timed(manager: ResourceManager): readonly number[] {
  const gaps: number[] = [];
  let answered: number | null = null;
  const transmit = manager.transmit.bind(manager);
  manager.transmit = async (id, apdu) => {
    if (answered !== null) gaps.push(performance.now() - answered);
    answered = null;
    const answer = await transmit(id, apdu);
    answered = performance.now();
    return answer;
  };
  const end = manager.end.bind(manager);
  manager.end = (id, disposition) => {
    answered = null;
    end(id, disposition);
  };
  return gaps;
}
