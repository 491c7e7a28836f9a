// A USB bus for one unmodified browser: a directory that umockdev's preload library shows it as /sys and /dev, and a
// Unix socket a device that answers usbfs ioctls. Nothing in the kernel, nothing outside the directory.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { UsbMachine } from "../contracts.ts";
import { IoctlChannel } from "./ioctlChannel.ts";
import { PollableNode } from "./pollable.ts";
import { preloadIn } from "./preload.ts";
import { sendUevent } from "./uevent.ts";
import { type SharedDevice, UsbfsOpen } from "./usbfs.ts";

const controller = "devices/pci0000:00/0000:00:14.0/usb1";

interface Plugged extends SharedDevice {
  readonly server: Server;
  readonly number: number;
  readonly properties: Readonly<Record<string, string>>;
}

export class UmockdevTestbed {
  readonly root: string;
  /** For the browser's process alone: everything else must see the real machine. */
  readonly environment: Readonly<Record<string, string>>;
  readonly #plugged = new Map<UsbMachine, Plugged>();
  /** Also those that were pulled out: [Note: the socket outlives the device]. */
  readonly #all: Plugged[] = [];
  #next = 2;
  #sequence = 100;

  constructor() {
    // A Unix socket's address has room for 107 bytes: the directory must be short.
    this.root = mkdtempSync(join(tmpdir(), "mq-"));
    for (const path of ["sys/bus/usb/devices", "sys/class", "sys/dev/char", `sys/${controller}`, "dev/bus/usb/001", "dev/.node", "ioctl/dev/bus/usb/001"]) {
      mkdirSync(join(this.root, path), { recursive: true });
    }
    this.environment = { LD_PRELOAD: preloadIn(this.root), UMOCKDEV_DIR: this.root };
  }

  /** The ioctls a device has seen, by number. */
  ioctls(machine: UsbMachine): ReadonlyMap<number, number> {
    return this.#plugged.get(machine)?.seen ?? new Map();
  }

  /** Somebody outside the browser (a smart-card service) takes or leaves the interface. */
  holdElsewhere(machine: UsbMachine, held: boolean): void {
    const device = this.#plugged.get(machine);
    if (device) device.holder = held ? {} : null;
  }

  /** Before the browser starts, or while it runs (then with an event). A device that is plugged in already stays. */
  async plug(machine: UsbMachine): Promise<void> {
    if (this.#plugged.get(machine)?.gone === false) return;
    const number = this.#next;
    this.#next += 1;
    const port = `1-${number - 1}`;
    const node = `bus/usb/001/${String(number).padStart(3, "0")}`;
    const nodePath = join(this.root, "dev", node);
    execFileSync("mkfifo", [nodePath]);
    symlinkSync(`189:${number - 1}`, join(this.root, "dev/.node", node.replaceAll("/", "_")));
    const properties = this.#describe(machine, port, node, number);
    const device: Plugged = {
      machine,
      node: new PollableNode(nodePath),
      holder: null,
      gone: false,
      opens: new Set(),
      seen: new Map(),
      number,
      properties,
      server: createServer((socket) => void new UsbfsOpen(new IoctlChannel(socket), device).serve()),
    };
    this.#plugged.set(machine, device);
    this.#all.push(device);
    await new Promise<void>((resolve) => device.server.listen(join(this.root, "ioctl/dev", node), resolve));
    await this.#tell("add", properties);
  }

  /**
   * In the kernel's order: transfers end, the node goes, then its description, then everybody is told. A device that is
   * not plugged in is left alone.
   *
   * [Note: the socket outlives the device] The browser hears of it last and may open the node at any moment before. Whoever
   * finds the node must find its socket, too: umockdev ends the whole browser (exit code 1) where the one is there and
   * the other is not. So the socket stays, and answers everything with ENODEV.
   */
  async unplug(machine: UsbMachine): Promise<void> {
    const device = this.#plugged.get(machine);
    if (!device || device.gone) return;
    device.gone = true;
    for (const open of device.opens) open.unplugged();
    const { DEVPATH: path = "", DEVNAME: node = "" } = device.properties;
    unlinkSync(join(this.root, node));
    unlinkSync(join(this.root, "sys/bus/usb/devices", path.split("/").at(-1) ?? ""));
    unlinkSync(join(this.root, "sys/dev/char", `189:${device.number - 1}`));
    rmSync(join(this.root, "sys", path), { recursive: true, force: true });
    await this.#tell("remove", device.properties);
  }

  /** Once the browser has ended. */
  async close(): Promise<void> {
    for (const device of this.#all) {
      device.gone = true;
      device.server.close();
      device.node.close();
    }
    rmSync(this.root, { recursive: true, force: true });
  }

  async #tell(action: "add" | "remove", properties: Readonly<Record<string, string>>): Promise<void> {
    this.#sequence += 1;
    await sendUevent(this.root, { ACTION: action, ...properties, SEQNUM: String(this.#sequence) });
  }

  #describe(machine: UsbMachine, port: string, node: string, number: number): Readonly<Record<string, string>> {
    const device = new DataView(machine.deviceDescriptor.buffer, machine.deviceDescriptor.byteOffset);
    const [vid, pid, bcd] = [8, 10, 12].map((at) => device.getUint16(at, true));
    const hex4 = (value = 0): string => value.toString(16).padStart(4, "0");
    const sysPath = `${controller}/${port}`;
    const file = (name: string, content: string | Uint8Array): void => {
      const path = join(this.root, "sys", sysPath, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    };
    const subsystem = (depth: string, at: string): void => symlinkSync(`${depth}bus/usb`, join(this.root, "sys", at, "subsystem"));
    const product = [vid, pid, bcd].map((value = 0) => value.toString(16)).join("/");
    const properties = {
      DEVPATH: `/${sysPath}`,
      SUBSYSTEM: "usb",
      DEVNAME: `/dev/${node}`,
      DEVTYPE: "usb_device",
      PRODUCT: product,
      TYPE: "0/0/0",
      BUSNUM: "001",
      DEVNUM: String(number).padStart(3, "0"),
      MAJOR: "189",
      MINOR: String(number - 1),
    };
    file("uevent", `DEVNAME=${node}\nDEVTYPE=usb_device\nPRODUCT=${product}\nBUSNUM=001\nDEVNUM=${properties.DEVNUM}\nMAJOR=189\nMINOR=${number - 1}\nSUBSYSTEM=usb\n`);
    file("dev", `189:${number - 1}\n`);
    file("descriptors", Buffer.concat([machine.deviceDescriptor, machine.configurationDescriptor]));
    const { manufacturer, product: name, serial } = machine.strings;
    const attributes = { idVendor: hex4(vid), idProduct: hex4(pid), bcdDevice: hex4(bcd), busnum: "1", devnum: String(number), bDeviceClass: "00", bConfigurationValue: "1", bNumConfigurations: "1", manufacturer, product: name, ...(serial === null ? {} : { serial }) };
    for (const [key, value] of Object.entries(attributes)) file(key, `${value}\n`);
    subsystem("../../../../../", sysPath);
    const child = `${port}:1.${machine.interfaceNumber}`;
    file(`${child}/uevent`, "DEVTYPE=usb_interface\n");
    file(`${child}/bInterfaceNumber`, `${String(machine.interfaceNumber).padStart(2, "0")}\n`);
    subsystem("../../../../../../", `${sysPath}/${child}`);
    symlinkSync(`../../../${sysPath}`, join(this.root, "sys/bus/usb/devices", port));
    symlinkSync(`../../${sysPath}`, join(this.root, "sys/dev/char", `189:${number - 1}`));
    return properties;
  }
}
