import { useDrag } from '@components/controls/use-drag';
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
  const handle = useDrag<SVGGElement, number>({
    start: () => value,
    move: ({ dy, from }) => set(from - dy / unit),
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const way = {
      ArrowUp: 0.25,
      ArrowRight: 0.25,
      ArrowDown: -0.25,
      ArrowLeft: -0.25,
      PageUp: 1,
      PageDown: -1,
      Home: -2 * reach,
      End: 2 * reach,
    }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    set(value + way);
  };
  const y = zero - value * unit;
  return (
    <g
      ref={handle}
      class="handle"
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-orientation="vertical"
      aria-valuemin={-reach}
      aria-valuemax={reach}
      aria-valuenow={value}
      aria-valuetext={fixed(value, 2)}
      onKeyDown={onKeyDown}
    >
      <circle cx={x} cy={y} r={24} fill="transparent" />
      <circle cx={x} cy={y} r={6} class="grip" />
    </g>
  );
}
