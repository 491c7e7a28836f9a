import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { Button } from "../../ui/Button.tsx";

interface FileButtonProps {
  readonly kind?: "primary" | "secondary";
  readonly multiple?: boolean;
  readonly accept?: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ComponentChildren;
}

/** A button that opens the browser's file dialogue; the same file can be chosen twice in a row. */
export function FileButton({ kind = "secondary", multiple = false, accept = "", onFiles, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        accept={accept}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button kind={kind} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  );
}
