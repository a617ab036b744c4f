import { dayOf } from '../../../kernel/calendar.ts';
import type { Id } from '../../../kernel/ids.ts';
import { useAddress } from '../../../clauses/pages/address.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { readSource } from '../../measures/pages/new-address.ts';
import { isPointable } from '../../record-reference.ts';
import { deviationTexts } from '../deviation.texts.ts';
import { DeviationFields, deviationInputOf, type DeviationValues } from './deviation-fields.tsx';
import { deviationPagesTexts } from './pages.texts.ts';

/** A new deviation; the address may say what it comes from, in the same words as for a measure. */
export default function NewDeviation() {
  const { form: texts, list } = useTexts(deviationPagesTexts);
  const address = useAddress();
  const report = useAct('deviation.report');
  const go = useGo();
  const { source, clause, unit, name } = readSource(address.read);
  const initial: DeviationValues = {
    title: '',
    description: '',
    sentenceId: clause === null ? '' : `clause:${clause}`,
    unitId: unit?.value ?? '',
    discoveredOn: dayOf(new Date()),
    handling: '',
    cause: '',
    consequence: '',
    likelihood: '',
    secrecyProvisions: [],
  };
  const form = useForm({
    initial,
    submit: (values, circumstances) =>
      report.run({
        input: {
          ...deviationInputOf(values),
          source:
            source !== null && isPointable(source.register)
              ? { register: source.register, id: source.id as Id<string> } // from the record's own page
              : null,
        },
        ...circumstances,
      }),
    onSaved: ({ id }) => go(`/avvikelser/${id}`),
  });
  return (
    <Page
      title={texts.newTitle}
      lead={texts.newLead}
      breadcrumbs={[{ label: list.title, to: '/avvikelser' }]}
    >
      {name === '' ? null : <Notice>{texts.source(name)}</Notice>}
      <Form
        form={form}
        submitLabel={texts.create}
        labels={useTexts(deviationTexts).fields}
        secondary={<LinkButton to="/avvikelser">{texts.cancel}</LinkButton>}
      >
        <DeviationFields
          form={form}
          unit={unit}
          demand={clause === null ? undefined : { value: `clause:${clause}`, label: clause }}
        />
      </Form>
    </Page>
  );
}
