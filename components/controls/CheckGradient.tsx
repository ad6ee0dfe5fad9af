import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { short } from '../figure/format';
import { controlMessages } from './messages';

/** A gradient found in two ways. */
export interface Comparison {
  backprop: number;
  /** (L(θ + ε) − L(θ − ε)) / 2ε. */
  numeric: number;
  epsilon: number;
  relativeError: number;
}

interface CheckGradientProps {
  lang: Lang;
  /** The gradient's symbol. */
  of: ComponentChildren;
  /** Changes whenever the number to check is another one: the old comparison is put away. */
  subject: string;
  /** How the first number was found, if not by backpropagation. */
  by?: string;
  compare: () => Comparison;
}

/** “Check this number”: wiggles its cause by ±ε and puts the two-sided difference beside it. */
export function CheckGradient({ lang, of, subject, by, compare }: CheckGradientProps) {
  const say = controlMessages[lang];
  const [result, setResult] = useState<Comparison | undefined>();
  useEffect(() => setResult(undefined), [subject]);
  return (
    <div class="check-gradient">
      <button type="button" class="fig-button" onClick={() => setResult(compare())}>
        {say.check}
      </button>
      <div role="status">
        {result && (
          <>
            <p>
              {of} {by ?? say.byBackprop} <span class="num">{short(result.backprop, 9)}</span>
            </p>
            <p>
              {fill(say.byDifferences, { epsilon: short(result.epsilon) })}{' '}
              <span class="num">{short(result.numeric, 9)}</span>
            </p>
            <p>
              {say.relative} <span class="num">{short(result.relativeError, 2)}</span>
            </p>
          </>
        )}
      </div>
    </div>
  );
}
