import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SelectProps<V extends string> {
  label: ComponentChildren;
  value: V;
  options: readonly { value: V; text: string; disabled?: boolean }[];
  onChange: (value: V) => void;
}

/** One of several, with its name in front. */
export function Select<V extends string>({ label, value, options, onChange }: SelectProps<V>) {
  const id = useId();
  return (
    <span class="select">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value as V)}>
        {options.map(({ value: option, text, disabled }) => (
          <option key={option} value={option} disabled={disabled} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}
