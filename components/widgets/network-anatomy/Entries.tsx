import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { Sym } from '@components/figure/Formula';
import { messages } from './messages';
import type { LayerView, Model, State } from './model';

interface EntriesProps {
  lang: Lang;
  layer: LayerView;
  chosen: Model['chosen'];
  onChoose: (chosen: Pick<State, 'layer' | 'to' | 'from'>) => void;
}

/** W^l and b^l by the names of their entries, each of which can be chosen. */
export function Entries({ lang, layer: { layer, shape }, chosen, onChoose }: EntriesProps) {
  const say = messages[lang];
  const [rows, columns] = shape;
  const receiving = Array.from({ length: rows }, (_, i) => i + 1);
  const entry = (to: number, from: number) => {
    const bias = from === 0;
    const here = layer === chosen.layer && to === chosen.to && from === chosen.from;
    return (
      <td key={from}>
        <button
          type="button"
          aria-pressed={here}
          aria-label={fill(bias ? say.biasSpoken : say.weightSpoken, { layer, to, from })}
          onClick={() => onChoose({ layer, to, from })}
          onFocus={() => onChoose({ layer, to, from })}
        >
          <Sym of={bias ? 'b' : 'W'} layer={layer} index={bias ? to : `${to}${from}`} />
        </button>
      </td>
    );
  };
  const matrix = (name: 'W' | 'b', froms: readonly number[]) => (
    <span class="matrix">
      <span class="matrix-name">
        <Sym of={name} layer={layer} />
      </span>
      <table aria-label={`${name} ${layer}, ${rows}×${froms.length}`}>
        <tbody>
          {receiving.map((to) => (
            <tr key={to}>{froms.map((from) => entry(to, from))}</tr>
          ))}
        </tbody>
      </table>
      <span class="matrix-shape">
        {rows}×{froms.length}
      </span>
    </span>
  );
  return (
    <div class="entries" role="group" aria-label={say.entries}>
      {matrix(
        'W',
        Array.from({ length: columns }, (_, i) => i + 1),
      )}
      {matrix('b', [0])}
    </div>
  );
}
