import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useAlive } from './use-alive';

interface SelectProps<V extends string> {
  label: ComponentChildren;
  value: V;
  options: readonly { value: V; text: string; disabled?: boolean }[];
  onChange: (value: V) => void;
}

/** In em: a Chinese character, a capital, any other letter. */
const widthOfLetter = (char: string): number =>
  char > '\u2e80' ? 1 : /[A-Z]/.test(char) ? 0.72 : 0.56;

/** Wide enough for the longest option, alike for the field and for what stands in its place. */
function widthOf(texts: readonly string[]): string {
  const letters = texts.map((text) =>
    [...text].reduce((sum, char) => sum + widthOfLetter(char), 0),
  );
  return `${(Math.max(...letters) + 2.6).toFixed(1)}em`;
}

/** One of several, with its name in front. */
export function Select<V extends string>({ label, value, options, onChange }: SelectProps<V>) {
  const id = useId();
  const style = { width: widthOf(options.map(({ text }) => text)) };
  if (!useAlive()) {
    const chosen = options.find((option) => option.value === value);
    return (
      <span class="select">
        <span class="select-name">{label}</span>
        <span class="field-rest" style={style}>
          {chosen?.text}
        </span>
      </span>
    );
  }
  return (
    <span class="select">
      <label for={id}>{label}</label>
      <select
        id={id}
        style={style}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value as V)}
      >
        {options.map(({ value: option, text, disabled }) => (
          <option key={option} value={option} disabled={disabled} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}
