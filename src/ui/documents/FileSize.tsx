import { useSize } from "../useSize.ts";

/** 1.5 MB, in the person's language. */
export function FileSize({ bytes }: { readonly bytes: number }) {
  const size = useSize();
  return <span class="soft">{size(bytes)}</span>;
}
