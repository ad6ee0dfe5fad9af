import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { messages } from './messages';
import type { Model } from './model';
import { frames, type State } from './state';

/** One sentence or two on what the present state shows. */
export function verdict(state: State, { wrong, fewest }: Model, lang: Lang): string {
  const say = messages[lang];
  if (state.by === 'hand') {
    if (wrong === 0) return say.yours;
    if (fewest === 0) return say.separable;
    return fill(wrong === fewest ? say.best : say.notBest, { fewest });
  }
  if (state.by === 'perceptron') {
    if (wrong === 0) return say.perceptronDone;
    if (state.frame === 0) return say.ready;
    return fewest > 0 ? fill(say.perceptronNever, { fewest }) : say.perceptronOn;
  }
  if (wrong === 0) return say.networkDone;
  if (state.hidden === 1) return say.oneHidden;
  if (state.frame === 0) return say.ready;
  return state.frame < frames ? say.networkOn : say.networkStuck;
}
