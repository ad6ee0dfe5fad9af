import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SliderProps {
  label: ComponentChildren;
  value: number;
  min: number;
  max: number;
  step: number;
  /** The value as it is shown and read out: `0.50`, `10⁻⁵`. */
  show: (value: number) => string;
  onChange: (value: number) => void;
}

/** A slider with its name in front and its value behind. */
export function Slider({ label, value, min, max, step, show, onChange }: SliderProps) {
  const id = useId();
  return (
    <span class="slider">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="range"
        {...{ min, max, step, value }}
        aria-valuetext={show(value)}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      <output for={id}>{show(value)}</output>
    </span>
  );
}
