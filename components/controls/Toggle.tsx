import type { ComponentChildren } from 'preact';

interface ToggleProps {
  label: ComponentChildren;
  value: boolean;
  onChange: (value: boolean) => void;
}

/** On or off. */
export const Toggle = ({ label, value, onChange }: ToggleProps) => (
  <label class="toggle">
    <input
      type="checkbox"
      checked={value}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    <span>{label}</span>
  </label>
);
