// [Note: a searchable choice] An editable combobox with a list, by the pattern of the ARIA Authoring Practices (combobox with list
// autocomplete, manual selection): the keyboard stays in the field, which names the option that arrows have reached. What is
// typed and not chosen stays what it is, for it may be the name of something that no list has.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";

export interface Option {
  readonly id: string;
  readonly name: string;
  /** Said after the name, less loudly. */
  readonly aside: string;
}

export interface OptionGroup {
  readonly title: string;
  readonly options: readonly Option[];
}

interface ComboboxProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly longest: number;
  /** Null: what stands in the field is the person's own words. */
  readonly chosen: string | null;
  /** Those that fit what is typed, in order; none of them is empty. */
  readonly groups: readonly OptionGroup[];
  /** Options that fit and are not among them. */
  readonly left: number;
  readonly onType: (text: string) => void;
  readonly onChoose: (id: string) => void;
}

/** So many options a page key passes. */
const page = 8;

export function Combobox({ label, hint, value, longest, chosen, groups, left, onType, onChoose }: ComboboxProps) {
  const { t } = useTexts();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const options = groups.flatMap((group) => group.options);
  const at = options.findIndex((one) => one.id === active);
  const idOf = (option: string): string => `${id}-${option}`;
  const shown = open && options.length > 0;
  useEffect(() => {
    if (shown && active !== null) list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [shown, active]);
  const show = (): void => {
    setOpen(true);
    setActive(chosen);
  };
  const close = (): void => {
    setOpen(false);
    setActive(null);
  };
  const choose = (option: string): void => {
    close();
    onChoose(option);
  };
  const move = (by: number): void => {
    if (!open) show();
    const next = at < 0 ? (by > 0 ? 0 : options.length - 1) : Math.min(Math.max(at + by, 0), options.length - 1);
    // From either end on to the other, by single steps only.
    const round = at >= 0 && Math.abs(by) === 1 ? (at + by + options.length) % options.length : next;
    setActive(options[round]?.id ?? null);
  };
  const press = (event: KeyboardEvent): void => {
    const { key, altKey } = event;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    const by = steps[key];
    if (by !== undefined && (open || Math.abs(by) === 1)) {
      event.preventDefault();
      if (!altKey) move(by);
      else if (by > 0) show();
      else close();
    } else if (key === "Enter" && shown && active !== null) {
      event.preventDefault();
      choose(active);
    } else if (key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (key === "Tab") close();
  };
  return (
    <div class="field data-field data-combo">
      <label for={id}>
        {label} <span class="soft">({t("data_required")})</span>
      </label>
      <div class="data-combo-field">
        <input
          ref={field}
          id={id}
          type="text"
          role="combobox"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown && active !== null ? idOf(active) : undefined}
          aria-describedby={`${id}-hint`}
          aria-required
          autocomplete="off"
          spellcheck={false}
          maxLength={longest}
          value={value}
          onInput={(event) => {
            // What is written into it while nobody is in it (by the browser, by an aid) opens nothing: no blur would close that again.
            setOpen(event.currentTarget === document.activeElement);
            setActive(null);
            onType(event.currentTarget.value);
          }}
          onKeyDown={press}
          onClick={() => {
            if (!open) show();
            // Whoever looks for another one writes over the one that is chosen.
            if (chosen !== null) field.current?.select();
          }}
          onBlur={close}
        />
        <button type="button" class="data-combo-open" tabIndex={-1} aria-label={t("data_choices")} aria-expanded={shown} aria-controls={`${id}-list`} onPointerDown={(event) => event.preventDefault()} onClick={() => {
          field.current?.focus();
          if (open) close();
          else show();
        }}>
          <span aria-hidden="true">▾</span>
        </button>
        <div ref={list} id={`${id}-list`} class="data-combo-list" role="listbox" aria-label={label} hidden={!shown} onPointerDown={(event) => event.preventDefault()}>
          {shown
            ? groups.map((group, i) => (
                <div key={group.title} role="group" aria-labelledby={`${id}-group-${i}`}>
                  <p id={`${id}-group-${i}`} role="presentation" class="data-combo-group">
                    {group.title}
                  </p>
                  {group.options.map((one) => (
                    <div key={one.id} id={idOf(one.id)} role="option" aria-selected={one.id === active} class="data-combo-option" onClick={() => choose(one.id)}>
                      {one.name}
                      {one.aside ? <span class="soft"> {one.aside}</span> : null}
                    </div>
                  ))}
                </div>
              ))
            : null}
        </div>
      </div>
      <span id={`${id}-hint`} class="soft">
        {hint}
      </span>
      <span role="status" class={open && left > 0 ? "soft" : "visually-hidden"}>
        {open ? (options.length === 0 ? t("data_choices_none") : left > 0 ? t("data_choices_left", { COUNT: options.length, LEFT: left }) : t("data_choices_found", { COUNT: options.length })) : ""}
      </span>
    </div>
  );
}
