import { DragHandle } from '@components/controls/DragHandle';
import { stepKeys } from '@components/controls/step-keys';
import { type Drag, useDrag } from '@components/controls/use-drag';
import type { ComponentChildren } from 'preact';
import { exact } from '../format';

interface HandleProps {
  x: number;
  y: number;
  /** The name that is read out. */
  name: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  radius?: number;
  /** Reached by pointer only: the same number has a field elsewhere. */
  pointerOnly?: boolean;
  onChange: (value: number) => void;
}

/** An invisible place in a drawing whose number changes when it is dragged up or down, or by keys. */
export function Handle(props: HandleProps) {
  const { x, y, name, value, min, max, step = 0.05, radius = 24, pointerOnly, onChange } = props;
  const set = (next: number): void => {
    if (!Number.isFinite(next)) return;
    onChange(Math.min(max, Math.max(min, Number((Math.round(next / step) * step).toFixed(6)))));
  };
  const drag: Drag<number> = {
    start: () => value,
    move: ({ dx, dy, from }) => set(from + ((dx - dy) / 4) * step),
  };
  const onKeyDown = stepKeys({ arrow: step, page: 10 * step }, (by, event) => {
    event.stopPropagation();
    set(value + by);
  });
  const place = <circle cx={x} cy={y} r={radius} class="handle-place" />;
  if (pointerOnly) return <PointerHandle drag={drag}>{place}</PointerHandle>;
  return (
    <DragHandle
      class="handle"
      name={name}
      min={min}
      max={max}
      value={value}
      text={exact(value)}
      drag={drag}
      onKeyDown={onKeyDown}
    >
      {place}
    </DragHandle>
  );
}

function PointerHandle({ drag, children }: { drag: Drag<number>; children: ComponentChildren }) {
  const handle = useDrag<SVGGElement, number>(drag);
  return (
    <g ref={handle} class="handle">
      {children}
    </g>
  );
}
