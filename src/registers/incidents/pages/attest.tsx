import { useState } from 'react';
import { useAddress } from '../../../clauses/pages/address.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import { UnitField } from '../../../people/pages/choice-fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { optionsOf } from '../../information/pages/options.ts';
import type { AttestKind } from '../attest.ts';
import { incidentTexts } from '../incident.texts.ts';
import { incidentPagesTexts } from './pages.texts.ts';

interface Values {
  readonly unitId: string;
  readonly what: AttestKind | '';
  readonly note: string;
}

/** A manager attests for a unit that has reported nothing within the year. */
export default function AttestPage() {
  const { list, attest: texts } = useTexts(incidentPagesTexts);
  const { fields, attestKinds } = useTexts(incidentTexts);
  const address = useAddress();
  const [isAttested, setAttested] = useState(false);
  const attest = useAct('reportAttest.attest');
  const unit = { value: address.read('enhet'), label: address.read('namn') };
  const initial: Values = { unitId: unit.value, what: '', note: '' };
  const form = useForm({
    initial,
    submit: ({ unitId, what, note }, circumstances) =>
      // What is not chosen is sent as it is: the server names the field.
      attest.run({ input: { unitId: unitId as UnitId, what: what as AttestKind, note }, ...circumstances }),
    onSaved: () => setAttested(true),
  });
  return (
    <Page title={texts.title} lead={texts.lead} breadcrumbs={[{ label: list.title, to: '/handelser' }]}>
      {isAttested ? (
        <Notice kind="success" title={texts.attested} isNews />
      ) : (
        <Form form={form} submitLabel={texts.attest} labels={fields}>
          <UnitField
            {...form.field('unitId')}
            label={fields.unitId}
            chosen={unit.value === '' ? undefined : unit}
          />
          <RadioGroup {...form.field('what')} label={texts.what} options={optionsOf(attestKinds)} />
          <TextArea
            {...form.field('note')}
            label={texts.note}
            hint={texts.noteHint}
            rows={3}
            maxLength={1000}
          />
        </Form>
      )}
    </Page>
  );
}
