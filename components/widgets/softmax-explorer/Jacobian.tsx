import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { Sym } from '@components/figure/Formula';
import { fixed } from '@components/figure/format';
import { messages } from './messages';

interface JacobianProps {
  lang: Lang;
  J: readonly (readonly number[])[];
  T: number;
  row: number;
  column: number;
  onSelect: (row: number, column: number) => void;
}

/** All slopes as a heat map: sign by colour and by its minus, size by strength, full at the largest there can be. */
export function Jacobian({ lang, J, T, row, column, onSelect }: JacobianProps) {
  const say = messages[lang];
  // a (1 − a) / T is largest for a = ½.
  const most = 0.25 / T;
  return (
    <table class="explorer-jacobian" aria-label={say.jacobian}>
      <thead>
        <tr>
          <td />
          {J.map((_, j) => (
            <th key={j} scope="col">
              <Sym of="z" index={j + 1} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {J.map((slopes, i) => (
          <tr key={i}>
            <th scope="row">
              <Sym of="a" index={i + 1} />
            </th>
            {slopes.map((slope, j) => (
              <td
                key={j}
                class={slope < 0 ? 'negative' : 'positive'}
                style={{ '--strength': `${Math.round((45 * Math.abs(slope)) / most)}%` }}
              >
                <button
                  type="button"
                  aria-pressed={i === row && j === column}
                  aria-label={`${fill(say.entry, { i: i + 1, j: j + 1 })}: ${fixed(slope, 3)}`}
                  onClick={() => onSelect(i, j)}
                >
                  {fixed(slope, 3)}
                </button>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
