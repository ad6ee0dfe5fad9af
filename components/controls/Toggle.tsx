import type { ComponentChildren } from 'preact';
import { useAlive } from './use-alive';

interface ToggleProps {
  label: ComponentChildren;
  value: boolean;
  onChange: (value: boolean) => void;
}

/** On or off. */
export const Toggle = ({ label, value, onChange }: ToggleProps) =>
  useAlive() ? (
    <label class="toggle">
      <input
        type="checkbox"
        checked={value}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  ) : (
    <span class="toggle">
      <span class="box-rest">{value ? '✓' : ''}</span>
      <span>{label}</span>
    </span>
  );
