// The browser's device chooser: only from a click in a window of the extension (not from a worker, not from a popup of
// the toolbar).

const smartCardClass = 0x0b;

/**
 * Makers of CCID readers of the vendor class 0xFF, which a filter by class would hide (from the public reader table:
 * tests/vectors/readerProfiles.json; a test compares the two).
 */
export const vendorClassMakers: readonly number[] = [
  0x046a, 0x413c, 0x08e6, 0x09be, 0x04e6, 0x1db2, 0x076b, 0x0c4b, 0x1a74, 0x0973,
];

export const readerFilters: readonly USBDeviceFilter[] = [
  { classCode: smartCardClass },
  ...vendorClassMakers.map((vendorId) => ({ vendorId })),
];

/** Lets the person allow a reader. @returns false when they chose none. */
export async function chooseReader(): Promise<boolean> {
  try {
    await navigator.usb.requestDevice({ filters: [...readerFilters] });
    return true;
  } catch {
    // Escape, or no device in the list: nothing was chosen, and nothing is wrong.
    return false;
  }
}
