import type { Lang } from '@book/languages';
import { Num, Sym } from '@components/figure/Formula';
import { fixed } from '@components/figure/format';
import { messages } from './messages';
import type { Unit } from './model';

/** Unit by unit: through the mask and back again. */
export function MaskTable({ lang, units }: { lang: Lang; units: readonly Unit[] }) {
  const say = messages[lang];
  return (
    <table class="mask-table">
      <caption>{say.table}</caption>
      <thead>
        <tr>
          <th scope="col">{say.unit}</th>
          <th scope="col">
            <Sym of="a" />
          </th>
          <th scope="col">
            <i>r</i>
          </th>
          <th scope="col">
            <i>ã</i>
          </th>
          <th scope="col">
            ∂ℒ/∂<i>ã</i>
          </th>
          <th scope="col">
            ∂ℒ/∂
            <Sym of="a" />
          </th>
        </tr>
      </thead>
      <tbody>
        {units.map(({ r, a, sent, gradientSent, gradient }, k) => (
          <tr key={k} class={r ? '' : 'off'}>
            <th scope="row">{k + 1}</th>
            <td>{fixed(a, 2)}</td>
            <td>{r}</td>
            <td>
              <Num of="a">{fixed(sent, 2)}</Num>
            </td>
            <td>{fixed(gradientSent, 3)}</td>
            <td>
              <Num of="grad">{fixed(gradient, 3)}</Num>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
