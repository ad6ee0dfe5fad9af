import type { ComponentChildren, SVGAttributes } from 'preact';
import { type Drag, useDrag } from './use-drag';

interface DragHandleProps<From> extends Omit<SVGAttributes<SVGGElement>, 'children'> {
  /** The name that is read out. */
  name: string;
  value: number;
  min: number;
  max: number;
  /** The value as it is read out. */
  text: string;
  drag: Drag<From>;
  /** A drag is never the only way. */
  onKeyDown: (event: KeyboardEvent) => void;
  children: ComponentChildren;
}

/** A part of a drawing that is dragged, or moved by keys: a slider for those who do not see it. */
export function DragHandle<From>(props: DragHandleProps<From>) {
  const { name, value, min, max, text, drag, children, ...rest } = props;
  const handle = useDrag<SVGGElement, From>(drag);
  return (
    <g
      {...rest}
      ref={handle}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={text}
    >
      {children}
    </g>
  );
}
