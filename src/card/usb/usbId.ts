/** How a USB device's make is written: `vid:pid`, four-digit lower-case hexadecimal. */
export function usbIdOf({ vendorId, productId }: { readonly vendorId: number; readonly productId: number }): string {
  return [vendorId, productId].map((id) => id.toString(16).padStart(4, "0")).join(":");
}
