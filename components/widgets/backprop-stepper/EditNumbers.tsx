import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { NumberField } from '@components/controls/NumberField';
import { Select } from '@components/controls/Select';
import { Sym } from '@components/figure/Formula';
import { activationsOf } from './derive';
import { type Place, read, setActivation, setLayers, setLoss, setUnits } from './edit';
import { messages } from './messages';
import { bound, choosable, mostLayers, mostUnits, type State, sizesOf } from './state';

interface EditNumbersProps {
  lang: Lang;
  state: State;
  onChange: (place: Place, value: number) => void;
  onState: (state: State) => void;
}

const count = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => ({
    value: String(from + i),
    text: String(from + i),
  }));

/** Every number of the network as a field, and its shape as selections: all of it by keyboard. */
export function EditNumbers({ lang, state, onChange, onState }: EditNumbersProps) {
  const say = messages[lang];
  const sizes = sizesOf(state);
  const L = sizes.length - 1;
  const activations = activationsOf(state);

  const field = (place: Place) => {
    const layer = place.kind === 'b' || place.kind === 'W' ? place.layer : undefined;
    const index = place.kind === 'W' ? `${place.to}${place.from}` : `${place.unit}`;
    return (
      <NumberField
        key={`${place.kind}${layer ?? ''}${index}`}
        lang={lang}
        label={<Sym of={place.kind} layer={layer} index={index} />}
        name={`${place.kind}${layer ? ` ${fill(say.layerName, { l: layer })}` : ''} ${[...index].join(' ')}`}
        value={read(state, place)}
        min={-bound}
        max={bound}
        step={0.05}
        onChange={(value) => onChange(place, value)}
      />
    );
  };
  const units = (layer: number) => (
    <Select
      label={say.units}
      value={String(sizes[layer])}
      options={count(1, mostUnits)}
      onChange={(value) => onState(setUnits(state, layer, Number(value)))}
    />
  );
  return (
    <details class="edit-numbers">
      <summary>{say.edit}</summary>
      <div class="edit-row">
        <Select
          label={say.layers}
          value={String(sizes.length)}
          options={count(2, mostLayers)}
          onChange={(value) => onState(setLayers(state, Number(value)))}
        />
        <Select
          label={say.lossFunction}
          value={state.loss}
          options={(['squaredError', 'softmaxCrossEntropy'] as const).map((value) => ({
            value,
            text: say.losses[value],
          }))}
          onChange={(value) => onState(setLoss(state, value))}
        />
      </div>
      <div class="edit-row">
        <b>{say.input}</b>
        {units(0)}
        {state.samples[state.sample]!.x.map((_, i) => field({ kind: 'x', unit: i + 1 }))}
      </div>
      {state.W.map((rows, i) => {
        const layer = i + 1;
        return (
          <div key={layer} class="edit-row">
            <b>{fill(say.layerName, { l: layer })}</b>
            {units(layer)}
            {activations[i] === 'softmax' ? (
              <span>softmax</span>
            ) : (
              <Select
                label={say.activation}
                value={state.activations[i]!}
                options={choosable.map((value) => ({ value, text: say.activations[value] }))}
                onChange={(value) => onState(setActivation(state, layer, value))}
              />
            )}
            {rows.map((row, j) => (
              <span key={j} class="edit-unit">
                {row.map((_, k) => field({ kind: 'W', layer, to: j + 1, from: k + 1 }))}
                {field({ kind: 'b', layer, unit: j + 1 })}
              </span>
            ))}
          </div>
        );
      })}
      <div class="edit-row">
        <b>{say.target}</b>
        {Array.from({ length: sizes[L]! }, (_, i) => field({ kind: 'y', unit: i + 1 }))}
      </div>
    </details>
  );
}
