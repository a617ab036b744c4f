import { dayOf } from '../../../kernel/calendar.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { officeTexts } from '../../offices.texts.ts';
import { officeName, scopeName } from '../../pages/office-words.ts';
import { personTexts } from '../person.texts.ts';
import './appointment-rows.css';
import { personPagesTexts } from './pages.texts.ts';
import type { PersonRecord } from './record.tsx';

type EndPersonProps = {
  readonly person: PersonRecord;
  readonly name: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Asks for the last day and the reason, and says beforehand which offices end with it. */
export function EndPersonDialog({ person, name, isOpen, onClose }: EndPersonProps) {
  const texts = useTexts(personPagesTexts).end;
  return (
    <Dialog title={texts.title(name)} isOpen={isOpen} onClose={onClose}>
      <EndForm person={person} onClose={onClose} />
    </Dialog>
  );
}

function EndForm({ person, onClose }: Pick<EndPersonProps, 'person' | 'onClose'>) {
  const texts = useTexts(personPagesTexts);
  const { fields } = useTexts(personTexts);
  const words = useTexts(officeTexts);
  const end = useAct('person.end');
  const form = useForm<{ lastDay: string; reason: string }, { id: string }>({
    initial: { lastDay: dayOf(new Date()), reason: '' },
    version: person.version,
    submit: (input, circumstances) => end.run({ id: person.id, input, ...circumstances }),
    onSaved: onClose,
  });
  const { lastDay } = form.values;
  const ending = person.appointments.filter(
    (one) => one.from !== null && (one.until === null || one.until > lastDay),
  );
  return (
    <Form
      form={form}
      submitLabel={texts.end.confirm}
      labels={fields}
      secondary={<Button onClick={onClose}>{texts.form.cancel}</Button>}
    >
      <p>{texts.end.follows}</p>
      {ending.length === 0 ? (
        <p className="soft">{texts.end.nothing}</p>
      ) : (
        <div>
          <p>{texts.end.list}</p>
          <ul className="ending-offices">
            {ending.map((one) => (
              <li key={one.id}>
                {officeName(words, one)}
                {one.scope === 'municipality' ? null : <>, {scopeName(words, one)}</>}
              </li>
            ))}
          </ul>
        </div>
      )}
      <DateField {...form.field('lastDay')} label={fields.lastDay} />
      <TextArea {...form.field('reason')} label={fields.reason} hint={texts.end.reasonHint} rows={2} />
    </Form>
  );
}
