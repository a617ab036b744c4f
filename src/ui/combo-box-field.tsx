import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import './combo-box.css';
import type { FieldBinding, FieldWords } from './field.tsx';
import './field.css';
import { Chevron } from './icons.tsx';
import { useTexts } from './language.tsx';
import './menu.css';
import type { Option } from './select.tsx';
import { uiTexts } from './ui.texts.ts';

export type ComboBoxProps = FieldBinding<Option | null> &
  FieldWords & {
    /** Finds what matches: asks a view, or filters a list at hand. An empty text asks for the likeliest. */
    readonly search: (text: string, signal: AbortSignal) => Promise<readonly Option[]>;
  };

const waitBeforeSearching = 200; // milliseconds

/** The field of `ComboBox`. */
export function ComboBoxField({
  id,
  name,
  value,
  onChange,
  error,
  label,
  hint,
  isOptional = false,
  search,
}: ComboBoxProps) {
  const texts = useTexts(uiTexts);
  const [typed, setTyped] = useState(value?.label ?? '');
  const { found, isSearching } = useSearch(typed === value?.label ? '' : typed, search);
  // The chosen one stays in the list: react-aria empties the box when its choice is not there.
  const isListed = value === null || found.some((option) => option.value === value.value);
  const options = isListed ? found : [...found, value];

  const choose = (key: string | number | null) => {
    const option = options.find((one) => one.value === key) ?? null;
    onChange(option);
    setTyped(option?.label ?? '');
  };
  const write = (text: string) => {
    setTyped(text);
    if (text === '' && value !== null) onChange(null);
  };
  return (
    <AriaComboBox
      className="field"
      data-invalid={error === undefined ? undefined : ''}
      isInvalid={error !== undefined}
      isRequired={!isOptional}
      validationBehavior="aria"
      allowsEmptyCollection
      menuTrigger="focus"
      items={options}
      inputValue={typed}
      onInputChange={write}
      value={value?.value ?? null}
      onChange={choose}
      defaultFilter={() => true}
      {...(name === undefined ? {} : { name })}
      {...(id === undefined ? {} : { id })}
    >
      <Label className="field-label">
        {label}
        {isOptional ? <span className="field-optional"> ({texts.optional})</span> : null}
      </Label>
      {hint === undefined ? null : (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <div className="combo-frame">
        <Input className="input" />
        <Button aria-label={texts.showChoices}>
          <Chevron />
        </Button>
      </div>
      {error === undefined ? null : (
        <Text slot="errorMessage" className="field-error">
          {error}
        </Text>
      )}
      <Popover className="popover combo-popover">
        <ListBox<Option>
          renderEmptyState={() => (
            <div className="combo-note">{isSearching ? texts.searching : texts.noMatch}</div>
          )}
        >
          {(option) => (
            <ListBoxItem id={option.value} className="combo-option" textValue={option.label}>
              <Text slot="label">{option.label}</Text>
              {option.hint === undefined ? null : (
                <Text slot="description" className="menu-reason soft">
                  {option.hint}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

function useSearch(text: string, search: ComboBoxProps['search']) {
  const [found, setFound] = useState<readonly Option[]>([]);
  const [isSearching, setSearching] = useState(true);
  const [latest] = useState(() => ({ search }));
  useEffect(() => {
    latest.search = search;
  });
  useEffect(() => {
    const controller = new AbortController();
    setSearching(true);
    const timer = setTimeout(() => {
      latest
        .search(text, controller.signal)
        .then((options) => {
          if (!controller.signal.aborted) setFound(options);
        })
        // A search that fails finds nothing; the person sees that and may write again.
        .catch(() => setFound([]))
        .finally(() => setSearching(false));
    }, waitBeforeSearching);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text, latest]);
  return { found, isSearching };
}
