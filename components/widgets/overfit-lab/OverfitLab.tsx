import { fill } from '@book/ui';
import { RunButtons } from '@components/controls/RunButtons';
import { AnotherSeed, SeedField } from '@components/controls/Seed';
import { Slider } from '@components/controls/Slider';
import { Formula, Num } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed, short } from '@components/figure/format';
import { type Change, useWidgetState } from '@components/figure/state';
import { usePlaying, useRun } from '@components/figure/use-run';
import { messages } from './messages';
import { first, keyOf, lambdas, mostSteps, type State, schema, Training, verdictOf } from './model';
import { Curves, Plane, Weights } from './Plots';

const widget = 'overfit-lab';
/** Updates in one picture while training. */
const perFrame = 4;

export default function OverfitLab(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState(widget, schema, first);
  const { state, set } = ws;
  const { run: training, busy } = useRun(() => new Training(state), keyOf(state), state.step);
  const { going, play, body } = usePlaying(!training.ended, () => {
    if (!busy) set((now) => ({ ...now, step: Math.min(mostSteps, now.step + perFrame) }));
  });

  /** Trained anew, as far as before. */
  const change = (part: Change<State>): void => set({ ...state, ...part });
  const { last, best, accuracies, weights } = training;
  const verdict = verdictOf(training);
  const size = Math.hypot(...weights);
  const lambdaAt = lambdas.findIndex((lambda) => lambda >= state.lambda);
  const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() => (
        <>
          <Formula>
            Σ <i>w</i>
            <sup>2</sup> ≈ <Num of="W">{short(size * size, 6)}</Num>
          </Formula>
          <Formula equation="of-l2">
            <i>λ</i> Σ <i>w</i>
            <sup>2</sup> = {short(state.lambda)} Σ <i>w</i>
            <sup>2</sup> ≈ <Num of="L">{short(training.penalty, 6)}</Num>
          </Formula>
          <p>
            {say.training}: <span class="num">{short(last.training, 6)}</span>
          </p>
          <p>
            {say.validation}: <span class="num">{short(last.validation, 6)}</span>
          </p>
        </>
      )}
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class="fig-split overfit" ref={body} aria-busy={busy}>
        <div class="fig-stage">
          <Plane lang={lang} training={training} />
          <Curves lang={lang} training={training} />
        </div>
        <div class="fig-says">
          <table class="overfit-numbers">
            <thead>
              <tr>
                <td />
                <th scope="col">{say.trainingShort}</th>
                <th scope="col">{say.validationShort}</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{say.loss}</th>
                <td class="num">{fixed(last.training, 3)}</td>
                <td class="num">{fixed(last.validation, 3)}</td>
              </tr>
              <tr>
                <th scope="row">{say.accuracy}</th>
                <td class="num">{percent(accuracies.training)}</td>
                <td class="num">{percent(accuracies.validation)}</td>
              </tr>
            </tbody>
          </table>
          <p class="soft">
            {fill(say.lowest, { loss: fixed(best.validation, 3), step: best.step })}
          </p>
          <p class="verdict" role={verdict === 'diverged' ? 'alert' : 'status'}>
            {busy && !going
              ? fill(say.busy, { step: training.step, all: state.step })
              : fill(say.says[verdict], {
                  step: training.step,
                  training: fixed(last.training, 3),
                  validation: fixed(last.validation, 3),
                })}
          </p>
          <div class="fig-stage weights-stage">
            <Weights lang={lang} weights={weights} />
          </div>
          <p class="soft">{fill(say.size, { size: fixed(size, 2) })}</p>
        </div>
      </div>
      <div class="fig-controls">
        <RunButtons
          lang={lang}
          going={going}
          ended={training.ended}
          fresh={state.step === 0}
          onRun={() => play(!going)}
          onRestart={() => {
            play(false);
            change({ step: 0 });
          }}
          words={{ run: say.train, restart: say.restart }}
        />
        <span class="soft">{fill(say.at, { step: training.step })}</span>
      </div>
      <div class="fig-controls">
        <Slider
          label={say.rate}
          value={state.rate}
          min={0}
          max={0.8}
          step={0.05}
          show={(rate) => fixed(rate, 2)}
          onChange={(rate) => change({ rate })}
        />
        <Slider
          label={say.lambda}
          value={lambdaAt < 0 ? lambdas.length - 1 : lambdaAt}
          min={0}
          max={lambdas.length - 1}
          step={1}
          show={(i) => short(lambdas[i] ?? 0)}
          onChange={(i) => change({ lambda: lambdas[i] ?? 0 })}
        />
        <Slider
          label={say.samples}
          value={state.samples}
          min={10}
          max={200}
          step={10}
          show={String}
          onChange={(samples) => change({ samples })}
        />
        <SeedField lang={lang} value={state.seed} onChange={(seed) => change({ seed })} />
        <AnotherSeed lang={lang} value={state.seed} onChange={(seed) => change({ seed })} />
      </div>
    </Frame>
  );
}
