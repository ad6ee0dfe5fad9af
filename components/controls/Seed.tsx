import type { Lang } from '@book/languages';
import type { ComponentChildren } from 'preact';
import { controlMessages } from './messages';
import { NumberField } from './NumberField';

interface SeedProps {
  lang: Lang;
  value: number;
  /** The largest seed; the smallest is 1. */
  max?: number;
  onChange: (seed: number) => void;
}

const most = 9999;

/** The seed of what is drawn at random, to type. */
export const SeedField = ({ lang, value, max = most, onChange }: SeedProps) => (
  <NumberField
    lang={lang}
    label={controlMessages[lang].seed}
    name={controlMessages[lang].seed}
    value={value}
    min={1}
    max={max}
    step={1}
    onChange={(seed) => onChange(Math.round(seed))}
  />
);

/** Goes on to the next seed, from the largest to 1. The words on it say what is drawn anew. */
export const AnotherSeed = (props: SeedProps & { children?: ComponentChildren }) => {
  const { lang, value, max = most, onChange, children } = props;
  return (
    <button type="button" class="fig-button" onClick={() => onChange((value % max) + 1)}>
      {children ?? controlMessages[lang].anotherSeed}
    </button>
  );
};
