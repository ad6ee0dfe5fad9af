import { DragHandle } from '@components/controls/DragHandle';
import { stepKeys } from '@components/controls/step-keys';
import { fixed } from '@components/figure/format';
import { reach } from './model';

interface LogitProps {
  x: number;
  /** Where its z = 0 is drawn, and how long 1 is. */
  zero: number;
  unit: number;
  name: string;
  value: number;
  onChange: (value: number) => void;
}

/** The end of a logit's bar as a handle: it follows the pointer; arrow keys move it by ¼, page keys by 1. */
export function Logit({ x, zero, unit, name, value, onChange }: LogitProps) {
  const set = (next: number): void =>
    onChange(Math.min(reach, Math.max(-reach, Math.round(next * 20) / 20)));
  const y = zero - value * unit;
  return (
    <DragHandle
      class="handle"
      name={name}
      aria-orientation="vertical"
      min={-reach}
      max={reach}
      value={value}
      text={fixed(value, 2)}
      drag={{
        start: () => value,
        move: ({ dy, from }) => set(from - dy / unit),
      }}
      onKeyDown={stepKeys({ arrow: 0.25, page: 1, end: 2 * reach }, (by) => set(value + by))}
    >
      <circle cx={x} cy={y} r={24} fill="transparent" />
      <circle cx={x} cy={y} r={6} class="grip" />
    </DragHandle>
  );
}
