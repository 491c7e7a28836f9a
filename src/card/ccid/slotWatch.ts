// Cards coming and going: the interrupt endpoint's RDR_to_PC_NotifySlotChange (CCID 1.1 §6.3.1), or asking now and then.
import { CardError } from "../error.ts";
import type { CcidDevice } from "./ccidDevice.ts";
import { Command } from "./message.ts";

export type SlotListener = (slot: number, present: boolean) => void;

const notifySlotChange = 0x50;
/** As often as pcscd asks readers without an interrupt endpoint. */
const pollMs = 400;
/** Readers exist whose interrupt endpoint stays silent: once in a while everybody is asked. */
const safetyPollMs = 2_000;

/** Two bits a slot from byte 1 on: present, changed. Null when the bytes are something else. */
export function decodeSlotChange(bytes: Uint8Array, slots: number): readonly { present: boolean; changed: boolean }[] | null {
  if (bytes[0] !== notifySlotChange || bytes.length < 1 + Math.ceil(slots / 4)) return null;
  return Array.from({ length: slots }, (_, slot) => {
    const bits = (bytes[1 + (slot >> 2)] ?? 0) >> (2 * (slot & 3));
    return { present: (bits & 1) !== 0, changed: (bits & 2) !== 0 };
  });
}

// [Note: the newer word] An answer to "is a card there?" is as old as the question: the reader looked when the question came, and a
// card may go before the answer is fetched. The interrupt that tells of it has its own endpoint and overtakes the answer. Believed
// after it, the answer would put the card back until the next look, and the card would go a second time: a vault that locks when
// its card goes, opened again meanwhile, would lock again. So what was asked before an interrupt told of the slot does not count.

/** Tells the state of every slot at once and after each change, until `signal` aborts or the reader is gone. */
export async function watchSlots(
  device: CcidDevice,
  slots: number,
  listener: SlotListener,
  signal: AbortSignal,
): Promise<void> {
  /** How often an interrupt told of a slot. */
  const told = new Map<number, number>();
  const newer: SlotListener = (slot, present) => {
    told.set(slot, (told.get(slot) ?? 0) + 1);
    listener(slot, present);
  };
  const interrupts = device.port.interruptIn ? followInterrupts(device, slots, newer, signal) : null;
  const interval = interrupts ? safetyPollMs : pollMs;
  while (!signal.aborted) {
    for (let slot = 0; slot < slots && !signal.aborted; slot += 1) {
      try {
        const before = told.get(slot);
        const { icc } = await device.exchange(Command.getSlotStatus, slot);
        if (signal.aborted) return;
        const swapped = device.lostPower(slot);
        // See: [Note: the newer word]
        if (told.get(slot) !== before) continue;
        // Present, but without the power it had: a swap since the last look.
        if (swapped) listener(slot, false);
        listener(slot, icc !== 2);
      } catch (error) {
        if (isGone(error)) return;
      }
    }
    await device.timer.after(interval, signal);
  }
}

async function followInterrupts(device: CcidDevice, slots: number, listener: SlotListener, signal: AbortSignal): Promise<void> {
  const { interruptIn } = device.port;
  if (!interruptIn) return;
  const length = Math.max(8, 1 + Math.ceil(slots / 4));
  while (!signal.aborted) {
    const resets = device.resets;
    try {
      const states = decodeSlotChange(await interruptIn(length), slots);
      if (signal.aborted) return;
      states?.forEach(({ present, changed }, slot) => {
        if (!changed) return;
        // Present and changed may be a quick swap: the removal is told, too.
        if (present) listener(slot, false);
        listener(slot, present);
      });
    } catch (error) {
      if (isGone(error)) return;
      // A reset of the port (the only way to cancel) ended the transfer: begin again. Anything else: the poll remains.
      if (device.resets === resets) await device.timer.after(safetyPollMs, signal);
    }
  }
}

function isGone(error: unknown): boolean {
  return error instanceof CardError && error.code === "READER_GONE";
}
