import { fill } from '@book/ui';
import { NumberField } from '@components/controls/NumberField';
import { RunButtons } from '@components/controls/RunButtons';
import { AnotherSeed, SeedField } from '@components/controls/Seed';
import { Select } from '@components/controls/Select';
import { Slider } from '@components/controls/Slider';
import { Formula, Num, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed, short } from '@components/figure/format';
import { type Change, useWidgetState } from '@components/figure/state';
import { usePlaying, useRun } from '@components/figure/use-run';
import { useRef } from 'preact/hooks';
import { messages } from './messages';
import {
  axes,
  first,
  keyOf,
  Lab,
  type Learner,
  mostEpochs,
  rules,
  type State,
  samples,
  schema,
} from './model';
import { Curves, Paths } from './Plots';

const widget = 'batch-size-lab';

export default function BatchSizeLab(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState(widget, schema, first);
  const { state, set } = ws;
  const key = keyOf(state);
  // Epochs once trained stay: the slider looks back without training anew.
  const farthest = useRef({ key, epoch: 0 });
  if (farthest.current.key !== key) farthest.current = { key, epoch: 0 };
  farthest.current.epoch = Math.max(farthest.current.epoch, state.step);
  const { run: lab, busy } = useRun(() => new Lab(state), key, farthest.current.epoch);
  const epoch = Math.min(state.step, lab.step);
  const { learners } = lab;
  const { going, play, body } = usePlaying(state.step < mostEpochs, () => {
    if (!busy) set((now) => ({ ...now, step: Math.min(mostEpochs, now.step + 1) }));
  });
  /** Another training: as many epochs of it. */
  const change = (part: Change<State>): void => set({ ...state, ...part });
  const lossOf = ({ losses }: Learner): number => losses[Math.min(epoch, losses.length - 1)]!;
  const gone = (learner: Learner): boolean =>
    learner.diverged && epoch >= learner.losses.length - 1;
  const leader = learners.reduce((best, one) => (lossOf(one) < lossOf(best) ? one : best));

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() =>
        learners.map((learner) => (
          <Formula key={learner.size}>
            {say.batch} {learner.size}: <Sym of="alpha" /> = {short(learner.alpha)}, <Sym of="L" />{' '}
            ≈ <Num of="L">{short(lossOf(learner), 6)}</Num>
          </Formula>
        ))
      }
      pytorch={async () => (await import('./pytorch')).pytorch({ ...state, step: epoch })}
    >
      <div class="fig-split batches" ref={body}>
        <div class="fig-stage">
          <Curves lang={lang} learners={learners} epoch={epoch} axis={state.axis} />
          <Paths lang={lang} learners={learners} epoch={epoch} />
        </div>
        <div class="fig-says">
          <table>
            <thead>
              <tr>
                <th scope="col">{say.batch}</th>
                <th scope="col">
                  <Sym of="alpha" />
                </th>
                <th scope="col">{say.updates}</th>
                <th scope="col">{say.loss}</th>
                <th scope="col">{say.noise}</th>
              </tr>
            </thead>
            <tbody>
              {learners.map((learner, i) => (
                <tr key={learner.size}>
                  <th scope="row" class={`size-${i}`}>
                    {learner.size}
                    {learner.size === samples && <span class="soft"> {say.all}</span>}
                  </th>
                  <td class="num">{short(learner.alpha, 3)}</td>
                  <td class="num">{epoch * learner.perEpoch}</td>
                  <td class="num">{gone(learner) ? say.diverged : fixed(lossOf(learner), 4)}</td>
                  <td class="num">
                    {epoch === 0
                      ? '–'
                      : fixed(learner.noises[Math.min(epoch, learner.noises.length) - 1]!, 2)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="verdict" role="status">
            {going
              ? ''
              : busy && epoch < state.step
                ? say.busy
                : fill(say.leads, { epoch, size: leader.size, loss: fixed(lossOf(leader), 4) })}
          </p>
        </div>
      </div>
      <div class="fig-controls">
        <RunButtons
          lang={lang}
          going={going}
          ended={state.step >= mostEpochs}
          fresh={state.step === 0}
          onRun={() => play(!going)}
          onRestart={() => {
            play(false);
            change({ step: 0 });
          }}
          words={{ restart: say.restart }}
        />
        <Slider
          label={say.epoch}
          value={state.step}
          min={0}
          max={mostEpochs}
          step={1}
          show={String}
          onChange={(step) => {
            play(false);
            change({ step });
          }}
        />
        <Select
          label={say.axis}
          value={state.axis}
          options={axes.map((value) => ({ value, text: say.axes[value] }))}
          onChange={(axis) => change({ axis })}
        />
      </div>
      <div class="fig-controls">
        <Select
          label={say.rule}
          value={state.rule}
          options={rules.map((value) => ({ value, text: say.rules[value] }))}
          onChange={(rule) => change({ rule })}
        />
        <NumberField
          lang={lang}
          label={<Sym of="alpha" />}
          name={say.alpha}
          value={state.alpha}
          min={0.01}
          max={2}
          step={0.05}
          onChange={(alpha) => change({ alpha })}
        />
        <SeedField lang={lang} value={state.seed} onChange={(seed) => change({ seed })} />
        <AnotherSeed lang={lang} value={state.seed} onChange={(seed) => change({ seed })}>
          {say.again}
        </AnotherSeed>
      </div>
    </Frame>
  );
}
