import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { exact } from '../figure/format';
import { controlMessages } from './messages';
import { parseNumber } from './parse-number';
import { useAlive } from './use-alive';
import { useDrag } from './use-drag';

interface NumberFieldProps {
  lang: Lang;
  /** What is seen in front of the field. */
  label?: ComponentChildren;
  /** The name of the field, as it is read out. */
  name: string;
  value: number;
  min: number;
  max: number;
  /** What an arrow key, or six pixels of dragging, changes. */
  step?: number;
  onChange: (value: number) => void;
}

/** A number that is too large for any computer's: `1e999`. */
const tooLong = /^\s*[+-]?[\d.]+e\+?\d{3,}\s*$/i;

/** Dragging that far changes the number by one step. */
const pixelsPerStep = 6;

/**
 * A number to type, or to change with the arrow keys (page keys: ten steps), or by dragging its
 * label (without one, the field itself). What is no number is refused with a sentence, and the last good number stays in force.
 */
export function NumberField(props: NumberFieldProps) {
  if (useAlive()) return <LiveField {...props} />;
  return (
    <span class="number-field">
      {props.label && <span class="number-handle">{props.label}</span>}
      <span class="field-rest">{exact(props.value)}</span>
    </span>
  );
}

function LiveField(props: NumberFieldProps) {
  const { lang, label, name, value, min, max, step = 0.1, onChange } = props;
  const [text, setText] = useState(exact(value));
  const [problem, setProblem] = useState('');
  const id = useId();

  const drag = {
    start: () => value,
    move: ({ dx, dy, from }: { dx: number; dy: number; from: number }) => {
      const steps = Math.round((dx - dy) / pixelsPerStep);
      if (steps !== 0 || from !== value) move(steps, from);
    },
  };
  const handle = useDrag<HTMLLabelElement, number>(drag);
  // A field without a label of its own (an entry of a matrix) is its own handle.
  const field = useDrag<HTMLInputElement, number>({ ...drag, fingersScroll: true });

  // A new value from elsewhere replaces the text, but not while it is being typed.
  useEffect(() => {
    if (parseNumber(field.current?.value ?? '') !== value) {
      setText(exact(value));
      setProblem('');
    }
  }, [value]);

  const type = (typed: string): void => {
    setText(typed);
    const say = controlMessages[lang];
    const number = parseNumber(typed);
    if (number === undefined && tooLong.test(typed)) {
      setProblem(
        typed.trim().startsWith('-')
          ? fill(say.tooSmall, { min: exact(min) })
          : fill(say.tooLarge, { max: exact(max) }),
      );
    } else if (number === undefined) {
      setProblem(typed.trim() ? fill(say.unreadable, { text: typed.slice(0, 20) }) : say.empty);
    } else if (number < min) setProblem(fill(say.tooSmall, { min: exact(min) }));
    else if (number > max) setProblem(fill(say.tooLarge, { max: exact(max) }));
    else {
      setProblem('');
      onChange(number);
    }
  };
  const move = (steps: number, from = value): void => {
    const moved = Math.min(max, Math.max(min, from + steps * step));
    // Steps of 0.1 leave no 0.30000000000000004 behind.
    const tidy = Number(moved.toFixed(Math.max(0, 2 - Math.floor(Math.log10(step)))));
    setProblem('');
    setText(exact(tidy));
    onChange(tidy);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    move(steps);
  };

  return (
    <span class="number-field">
      {label && (
        <label for={id} ref={handle} class="number-handle">
          {label}
        </label>
      )}
      <input
        ref={field}
        id={id}
        type="text"
        inputmode="decimal"
        autocomplete="off"
        spellcheck={false}
        aria-label={name}
        aria-invalid={problem !== ''}
        aria-describedby={problem ? `${id}-problem` : undefined}
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setText(exact(value));
          setProblem('');
        }}
      />
      {problem && (
        <span class="number-problem" id={`${id}-problem`} role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}
