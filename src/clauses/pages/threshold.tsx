import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { useForm } from '../../ui/form-state.ts';
import { useAct } from '../../ui/hooks.ts';
import { useTexts } from '../../ui/language.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { useSession } from '../../ui/session.ts';
import { TextArea } from '../../ui/text-field.tsx';
import { clausePagesTexts } from './pages.texts.ts';

type ThresholdProps = {
  readonly clause: { readonly number: string; readonly threshold: number };
  readonly isSettable: boolean;
};

/** How large a share is enough: the coordinator's to set, with a reason that everyone sees. */
export function Threshold({ clause, isSettable }: ThresholdProps) {
  const texts = useTexts(clausePagesTexts).clause;
  const session = useSession();
  const [isOpen, setOpen] = useState(false);
  const mayBeSet = session.data?.offices.some((held) => held.office === 'informationSecurityCoordinator');
  if (mayBeSet !== true || !isSettable) return null;
  if (!isOpen) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{texts.setThreshold}</Button>
      </div>
    );
  }
  return <ThresholdForm clause={clause} onDone={() => setOpen(false)} />;
}

function ThresholdForm(props: { readonly clause: ThresholdProps['clause']; readonly onDone: () => void }) {
  const { clause, onDone } = props;
  const texts = useTexts(clausePagesTexts).clause;
  const set = useAct('clauseSetting.set');
  const initial: { thresholdPercent: number | null; reason: string } = {
    thresholdPercent: clause.threshold,
    reason: '',
  };
  const form = useForm({
    initial,
    submit: ({ thresholdPercent, reason }, circumstances) =>
      set.run({
        // An empty field is sent as it is, and refused by the same rule as any other number out of bounds.
        input: { number: clause.number, thresholdPercent: thresholdPercent ?? 0, reason },
        ...circumstances,
      }),
    onSaved: onDone,
  });
  return (
    <Form
      form={form}
      submitLabel={texts.saveThreshold}
      secondary={
        <Button look="quiet" onClick={onDone}>
          {texts.cancel}
        </Button>
      }
    >
      <NumberField
        {...form.field('thresholdPercent')}
        label={texts.thresholdField}
        hint={texts.thresholdHint}
        unit="%"
      />
      <TextArea {...form.field('reason')} label={texts.thresholdReasonField} maxLength={500} />
    </Form>
  );
}
