// Where the WebUSB backend finds its devices. The demo build puts the virtual bus in this file's place (#usb-source).

/** The part of navigator.usb that a worker has. */
export type UsbSource = Pick<USB, "getDevices" | "addEventListener" | "removeEventListener">;

/** null where the browser has no WebUSB (a frame in a page, or a browser without it). */
export function usbSource(): UsbSource | null {
  return (navigator as { usb?: USB }).usb ?? null;
}
