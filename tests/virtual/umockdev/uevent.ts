// Tells a running browser that a device came or went: umockdev turns the udev netlink monitor of the process it is
// preloaded into into Unix datagram sockets `event*` in the testbed; a message there is a udev monitor message.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";

/** MurmurHash2 with seed 0, as libudev hashes subsystem names for its socket filter. */
export function murmur2(text: string): number {
  const m = 0x5bd1e995;
  const data = Buffer.from(text);
  let h = data.length >>> 0;
  let at = 0;
  for (; data.length - at >= 4; at += 4) {
    let k = Math.imul(data.readUInt32LE(at), m);
    k ^= k >>> 24;
    h = Math.imul(h, m) ^ Math.imul(k, m);
  }
  const rest = data.subarray(at);
  if (rest.length >= 3) h ^= (rest[2] ?? 0) << 16;
  if (rest.length >= 2) h ^= (rest[1] ?? 0) << 8;
  if (rest.length >= 1) h = Math.imul(h ^ (rest[0] ?? 0), m);
  h ^= h >>> 13;
  h = Math.imul(h, m);
  h ^= h >>> 15;
  return h >>> 0;
}

const headerBytes = 40;

/** struct udev_monitor_netlink_header and the properties behind it, each ended by a zero byte. */
export function ueventMessage(properties: Readonly<Record<string, string>>): Buffer {
  const body = Buffer.from(Object.entries(properties).map(([key, value]) => `${key}=${value}\0`).join(""));
  const header = Buffer.alloc(headerBytes);
  header.write("libudev\0", 0, "latin1");
  header.writeUInt32BE(0xfeedcafe, 8);
  header.writeUInt32LE(headerBytes, 12);
  header.writeUInt32LE(headerBytes, 16);
  header.writeUInt32LE(body.length, 20);
  header.writeUInt32BE(murmur2(properties["SUBSYSTEM"] ?? ""), 24);
  header.writeUInt32BE(properties["DEVTYPE"] ? murmur2(properties["DEVTYPE"]) : 0, 28);
  return Buffer.concat([header, body]);
}

/** Node has no Unix datagram sockets; perl-base is on every Debian. */
const sender = `use Socket; local $/; my $m = <STDIN>; socket(my $s, AF_UNIX, SOCK_DGRAM, 0) or die; for (@ARGV) { send($s, $m, 0, pack_sockaddr_un($_)); }`;

/** Sends one event to every monitor of the browser. @returns how many there were. */
export async function sendUevent(root: string, properties: Readonly<Record<string, string>>): Promise<number> {
  const sockets = readdirSync(root).filter((name) => name.startsWith("event")).map((name) => `${root}/${name}`);
  if (sockets.length === 0) return 0;
  await new Promise<void>((resolve, reject) => {
    const child = spawn("perl", ["-e", sender, ...sockets], { stdio: ["pipe", "ignore", "inherit"] });
    child.on("error", reject);
    child.on("close", () => resolve());
    child.stdin.end(ueventMessage(properties));
  });
  return sockets.length;
}
