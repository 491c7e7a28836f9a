import { useSize } from "../../ui/useSize.ts";

interface UnderwayProps {
  /** What is done with it, as in "It comes from the portal". */
  readonly what: string;
  readonly done: number;
  /** null: nobody said how long it is. */
  readonly size: number | null;
}

/** How far a file is: in percent, or in bytes where its length is not known. */
export function Underway({ what, done, size: whole }: UnderwayProps) {
  const size = useSize();
  const percent = whole === null ? null : Math.min(100, Math.floor((100 * done) / Math.max(1, whole)));
  return (
    <label class="underway">
      <span>{`${what}: ${percent === null ? size(done) : `${percent}%`}`}</span>
      {percent === null ? <progress /> : <progress max={100} value={percent} />}
    </label>
  );
}
