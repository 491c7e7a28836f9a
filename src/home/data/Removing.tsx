import { ConfirmButtons } from "../../ui/ConfirmButtons.tsx";

interface RemovingProps {
  readonly question: string;
  /** What the button that does it says. */
  readonly yes: string;
  /** A promise: until it ends, it is not asked for again. */
  readonly onYes: () => unknown;
  readonly onNo: () => void;
}

/** Asked within a card, before anything in it is deleted. */
export function Removing({ question, yes, onYes, onNo }: RemovingProps) {
  return (
    <div class="stack-tight" role="alert">
      <p>{question}</p>
      <ConfirmButtons yes={yes} onYes={onYes} onNo={onNo} />
    </div>
  );
}
