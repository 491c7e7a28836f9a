// A pseudo-terminal in raw mode: what is written to it comes out at its slave's device file, and the other way round.
// Node has none without native code; Debian's base system has Perl.
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";

// TIOCSPTLCK unlocks the slave, TIOCGPTN tells its number (Linux, asm-generic/ioctls.h). Perl keeps the slave open, so that a
// driver that closes and opens it again does not hang the line up.
const script = String.raw`
use strict; use Fcntl; use POSIX ();
sysopen(my $m, "/dev/ptmx", O_RDWR | O_NOCTTY) or die "ptmx: $!";
my $lock = pack("i", 0); ioctl($m, 0x40045431, $lock) or die "unlock: $!";
my $n = pack("I", 0); ioctl($m, 0x80045430, $n) or die "number: $!";
my $name = "/dev/pts/" . unpack("I", $n);
sysopen(my $s, $name, O_RDWR | O_NOCTTY) or die "$name: $!";
my $t = POSIX::Termios->new; $t->getattr(fileno($s));
$t->setiflag(0); $t->setoflag(0); $t->setlflag(0);
$t->setcflag(POSIX::CS8() | POSIX::CREAD() | POSIX::CLOCAL());
$t->setattr(fileno($s), POSIX::TCSANOW());
syswrite(STDOUT, "$name\n");
while (1) {
  my $r = ""; vec($r, fileno($m), 1) = 1; vec($r, 0, 1) = 1;
  next if select($r, undef, undef, undef) < 0;
  if (vec($r, 0, 1)) { my $n = sysread(STDIN, my $b, 65536); last unless $n; syswrite($m, $b); }
  if (vec($r, fileno($m), 1)) { my $n = sysread($m, my $b, 65536); last unless $n; syswrite(STDOUT, $b); }
}
`;

export interface Pty {
  /** /dev/pts/N */
  readonly path: string;
  write(data: Uint8Array): void;
  onData(listener: (data: Buffer) => void): void;
  close(): void;
}

export async function openPty(): Promise<Pty> {
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn("perl", ["-e", script], { stdio: ["pipe", "pipe", "inherit"] });
  const killNow = (): void => void child.kill("SIGKILL");
  process.once("exit", killNow);
  const [first]: Buffer[] = await Promise.race([
    once(child.stdout, "data"),
    once(child, "close").then(() => Promise.reject(new Error("no pseudo-terminal: is perl there?"))),
  ]);
  return {
    path: first?.toString("utf8").trim() ?? "",
    write: (data) => void child.stdin.write(data),
    onData: (listener) => void child.stdout.on("data", listener),
    close: () => {
      process.off("exit", killNow);
      child.kill("SIGKILL");
    },
  };
}
