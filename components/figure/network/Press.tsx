interface PressProps {
  x: number;
  y: number;
  /** The name that is read out: what pressing chooses. */
  name: string;
  radius?: number;
  onPress: () => void;
}

/** An invisible button in a drawing: a unit that answers to a press, by pointer or by keys. */
export function Press({ x, y, name, radius = 24, onPress }: PressProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onPress();
  };
  return (
    <g
      class="press"
      role="button"
      tabIndex={0}
      aria-label={name}
      onClick={onPress}
      onKeyDown={onKeyDown}
    >
      <circle cx={x} cy={y} r={radius} class="handle-place" />
    </g>
  );
}
