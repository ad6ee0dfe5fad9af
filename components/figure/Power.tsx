/** A power of ten inside an SVG text, in letters of one font: `10` with a small raised exponent. */
export const Power = ({ of: exponent }: { of: number }) => (
  <>
    10
    <tspan dy="-0.45em" font-size="0.8em">
      {String(exponent).replace('-', '−')}
    </tspan>
  </>
);
